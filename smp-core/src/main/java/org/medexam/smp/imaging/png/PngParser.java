package org.medexam.smp.imaging.png;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.PictureFacts.PngCoding;
import org.medexam.smp.imaging.png.PngFile.Chunk;

/**
 * Walks a PNG once from IHDR to IEND and refuses what the PNG specification (third edition) does not allow in critical
 * chunks; a broken ancillary chunk is passed over, as every viewer does.
 *
 * <p>A walk of our own, since that of Commons Imaging checks neither checksums nor the order of chunks. Cost: one pass
 * over the bytes.
 */
public final class PngParser {

    /** A deflate stream cannot grow by more than 1032:1 (a code of one bit for 258 bytes, two codes a match). */
    private static final long MAX_DEFLATE_RATIO = 1040;

    private static final int SIGNATURE = 8;

    private final byte[] png;
    private final PictureLimits limits;
    private final List<Chunk> chunks = new ArrayList<>();
    private PngFile header;
    private String last = "";
    private boolean palette;
    private boolean data;
    private long dataBytes;

    private PngParser(byte[] png, PictureLimits limits) {
        this.png = png;
        this.limits = limits;
    }

    /**
     * @param png begins with the signature; never altered
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE}, {@code TOO_MANY_PIXELS}
     */
    public static PngFile walk(byte[] png, PictureLimits limits) {
        return new PngParser(png, limits).walk();
    }

    private PngFile walk() {
        int at = SIGNATURE;
        boolean ended = false;
        while (!ended) {
            PngErrors.check(png.length - at >= 12, "ends before IEND");
            long length = number(at);
            PngErrors.check(length <= png.length - at - 12, "a chunk's length is wrong");
            Chunk chunk = new Chunk(type(at + 4), at + 8, at + 8 + (int) length);
            at = chunk.to() + 4;
            take(chunk);
            ended = chunk.type().equals("IEND");
        }
        PngFile png = new PngFile(header.width(), header.height(), header.coding(), chunks);
        PngErrors.check(dataBytes * MAX_DEFLATE_RATIO >= rawBytes(png), "too little data for its pixels");
        return png;
    }

    private String type(int at) {
        String type = new String(png, at, 4, StandardCharsets.US_ASCII);
        PngErrors.check(type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'), "no chunk type");
        return type;
    }

    private void take(Chunk chunk) {
        boolean sound = checksum(chunk) == number(chunk.to());
        boolean critical = Character.isUpperCase(chunk.type().charAt(0));
        PngErrors.check(sound || !critical, chunk.type() + " has a wrong checksum");
        PngErrors.check(header != null || chunk.type().equals("IHDR"), "IHDR is not first");
        if (critical) {
            critical(chunk);
        }
        if (sound) {
            chunks.add(chunk);
        }
        last = chunk.type();
    }

    private void critical(Chunk chunk) {
        switch (chunk.type()) {
            case "IHDR" -> header(chunk);
            case "PLTE" -> palette(chunk);
            case "IDAT" -> data(chunk);
            case "IEND" -> PngErrors.check(chunk.length() == 0 && dataBytes > 0, "IEND without picture data");
            default -> throw PngErrors.invalid("an unknown critical chunk");
        }
    }

    private void header(Chunk chunk) {
        PngErrors.check(header == null && chunk.length() == 13, "IHDR is wrong");
        int p = chunk.from();
        long width = number(p);
        long height = number(p + 4);
        PngErrors.check(
                width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE, "no pixels");
        PngCoding coding = new PngCoding(png[p + 9], png[p + 8], png[p + 12] == 1);
        PngErrors.check(depthAllowed(coding), "a depth that the colour type does not allow");
        PngErrors.check(png[p + 10] == 0 && png[p + 11] == 0 && (png[p + 12] & 0xFE) == 0, "an unknown method");
        limits.check(width, height);
        header = new PngFile((int) width, (int) height, coding, List.of());
    }

    private static boolean depthAllowed(PngCoding coding) {
        int depth = coding.bitDepth();
        boolean small = depth == 1 || depth == 2 || depth == 4;
        return switch (coding.colourType()) {
            case 0 -> small || depth == 8 || depth == 16;
            case 3 -> small || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private void palette(Chunk chunk) {
        PngErrors.check(!palette && !data && !header.coding().grey(), "PLTE out of its place");
        boolean whole = chunk.length() % 3 == 0 && chunk.length() > 0 && chunk.length() <= 768;
        PngErrors.check(whole, "PLTE has a wrong length");
        palette = true;
    }

    private void data(Chunk chunk) {
        PngErrors.check(!data || last.equals("IDAT"), "IDAT is interrupted");
        PngErrors.check(palette || header.coding().colourType() != 3, "PLTE is missing");
        data = true;
        dataBytes += chunk.length();
    }

    private static long rawBytes(PngFile png) {
        return (1L + png.rowBytes(png.width())) * png.height();
    }

    private long checksum(Chunk chunk) {
        CRC32 crc = new CRC32();
        crc.update(png, chunk.from() - 4, chunk.length() + 4);
        return crc.getValue();
    }

    private long number(int at) {
        return (png[at] & 0xFFL) << 24 | (png[at + 1] & 0xFF) << 16 | (png[at + 2] & 0xFF) << 8 | png[at + 3] & 0xFF;
    }
}
