package org.medexam.smp.imaging.jpeg.scan;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.medexam.smp.imaging.jpeg.ApplicationData;
import org.medexam.smp.imaging.jpeg.JpegFile;

/**
 * The ICC profile of a JPEG (ICC.1:2022, 7.2 and B.4).
 *
 * @param bytes the whole profile
 */
record IccProfile(byte[] bytes) {

    private static final int HEADER = 128;
    private static final int COLOUR_SPACE = 16;
    private static final int SIGNATURE = 36;

    /** Joins the parts; empty if they are incomplete, out of order, or not a profile. */
    static Optional<IccProfile> of(JpegFile file) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        int parts = 0;
        int announced = 0;
        for (ApplicationData.ProfileChunk chunk : file.application().profileChunks()) {
            boolean next = chunk.number() == parts + 1;
            announced = next ? chunk.count() : -1;
            if (next) {
                parts++;
                joined.write(file.bytes(), chunk.from(), chunk.to() - chunk.from());
            }
        }
        IccProfile profile = new IccProfile(joined.toByteArray());
        return parts > 0 && parts == announced && profile.isSound() ? Optional.of(profile) : Optional.empty();
    }

    private boolean isSound() {
        return bytes.length >= HEADER && tag(SIGNATURE).equals("acsp") && size() == bytes.length;
    }

    private String tag(int index) {
        return new String(bytes, index, 4, StandardCharsets.US_ASCII);
    }

    private long size() {
        return (bytes[0] & 0xFFL) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    /** Whether the profile is for pictures with so many components. */
    boolean describes(int components) {
        return tag(COLOUR_SPACE).equals(components == 1 ? "GRAY" : "RGB ");
    }

    /** Whether the profile is sRGB, which is assumed without a profile; such profiles have the name in their description. */
    boolean isSrgb() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("sRGB") || text.contains("s\0R\0G\0B");
    }
}
