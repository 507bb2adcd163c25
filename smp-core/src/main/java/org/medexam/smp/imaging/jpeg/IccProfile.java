package org.medexam.smp.imaging.jpeg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * An ICC profile as it travels in a JPEG (ICC.1:2022, 7.2 and B.4).
 *
 * @param bytes the whole profile
 */
record IccProfile(byte[] bytes) {

    private static final int HEADER = 128;
    private static final int COLOUR_SPACE = 16;
    private static final int SIGNATURE = 36;

    /** Joins the chunks; empty when they do not make a profile. */
    static Optional<IccProfile> of(List<byte[]> chunks) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        chunks.forEach(joined::writeBytes);
        byte[] bytes = joined.toByteArray();
        IccProfile profile = new IccProfile(bytes);
        boolean sound =
                bytes.length >= HEADER && profile.tag(SIGNATURE).equals("acsp") && profile.size() == bytes.length;
        return sound ? Optional.of(profile) : Optional.empty();
    }

    private String tag(int place) {
        return new String(bytes, place, 4, StandardCharsets.US_ASCII);
    }

    private long size() {
        return (bytes[0] & 0xFFL) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    }

    /** Whether it speaks of pictures with so many components. */
    boolean describes(int components) {
        return tag(COLOUR_SPACE).equals(components == 1 ? "GRAY" : "RGB ");
    }

    /** Whether it says what is taken for granted without it; sRGB profiles carry the name in their description. */
    boolean isSrgb() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains("sRGB") || text.contains("s\0R\0G\0B");
    }
}
