package org.medexam.smp.imaging.png;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.medexam.smp.imaging.PictureLimits;

/**
 * Parses a PNG once from IHDR to IEND and refuses what the PNG specification (third edition) forbids in critical chunks.
 * A broken ancillary chunk is skipped, as browsers skip it.
 *
 * <p>The parser of Commons Imaging checks neither checksums nor the order of chunks.
 */
final class PngParser {

    /** A deflate stream grows by at most 1032:1: a code of one bit for 258 bytes, two codes a match. */
    private static final long MAX_DEFLATE_RATIO = 1040;

    private static final int SIGNATURE = 8;
    private static final int HEADER_BYTES = 13;
    private static final int MAX_PALETTE_BYTES = 768;

    private final byte[] png;
    private final PictureLimits limits;
    private final List<PngChunk> chunks = new ArrayList<>();
    private PngHeader header;
    private String last = "";
    private boolean palette;
    private boolean data;
    private long dataBytes;

    PngParser(byte[] png, PictureLimits limits) {
        this.png = png;
        this.limits = limits;
    }

    PngFile parse() {
        int at = SIGNATURE;
        boolean ended = false;
        while (!ended) {
            PngErrors.check(png.length - at >= 12, "the file ends before IEND");
            long length = unsigned32(at);
            PngErrors.check(length <= png.length - at - 12, "a chunk's length exceeds the file");
            PngChunk chunk = new PngChunk(type(at + 4), at + 8, at + 8 + (int) length);
            at = chunk.to() + 4;
            parseChunk(chunk);
            ended = chunk.type().equals("IEND");
        }
        PngErrors.check(dataBytes * MAX_DEFLATE_RATIO >= header.rawBytes(), "too little data for its pixels");
        return new PngFile(png, header, chunks);
    }

    private String type(int at) {
        String type = new String(png, at, 4, StandardCharsets.US_ASCII);
        PngErrors.check(
                type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z'), "an invalid chunk type");
        return type;
    }

    private void parseChunk(PngChunk chunk) {
        boolean intact = checksum(chunk) == unsigned32(chunk.to());
        boolean critical = Character.isUpperCase(chunk.type().charAt(0));
        PngErrors.check(intact || !critical, chunk.type() + " has a wrong checksum");
        PngErrors.check(header != null || chunk.type().equals("IHDR"), "IHDR is not the first chunk");
        if (critical) {
            parseCritical(chunk);
        }
        if (intact) {
            chunks.add(chunk);
        }
        last = chunk.type();
    }

    private void parseCritical(PngChunk chunk) {
        switch (chunk.type()) {
            case "IHDR" -> parseHeader(chunk);
            case "PLTE" -> parsePalette(chunk);
            case "IDAT" -> parseData(chunk);
            case "IEND" -> PngErrors.check(chunk.length() == 0 && dataBytes > 0, "IEND without picture data");
            default -> throw PngErrors.invalid("an unknown critical chunk");
        }
    }

    private void parseHeader(PngChunk chunk) {
        PngErrors.check(header == null && chunk.length() == HEADER_BYTES, "IHDR is repeated or has a wrong length");
        int p = chunk.from();
        long width = unsigned32(p);
        long height = unsigned32(p + 4);
        PngErrors.check(
                width > 0 && height > 0 && width <= Integer.MAX_VALUE && height <= Integer.MAX_VALUE, "no pixels");
        PngHeader parsed = new PngHeader((int) width, (int) height, png[p + 9], png[p + 8], png[p + 12] == 1);
        PngErrors.check(parsed.isDepthAllowed(), "a depth that the colour type does not allow");
        PngErrors.check(png[p + 10] == 0 && png[p + 11] == 0 && (png[p + 12] & 0xFE) == 0, "an unknown method");
        limits.check(width, height);
        header = parsed;
    }

    private void parsePalette(PngChunk chunk) {
        PngErrors.check(!palette && !data && !header.grey(), "PLTE at a wrong position");
        boolean whole = chunk.length() % 3 == 0 && chunk.length() > 0 && chunk.length() <= MAX_PALETTE_BYTES;
        PngErrors.check(whole, "PLTE has a wrong length");
        palette = true;
    }

    private void parseData(PngChunk chunk) {
        PngErrors.check(!data || last.equals("IDAT"), "IDAT is interrupted");
        PngErrors.check(palette || header.colourType() != PngHeader.PALETTE, "PLTE is missing");
        data = true;
        dataBytes += chunk.length();
    }

    private long checksum(PngChunk chunk) {
        CRC32 crc = new CRC32();
        crc.update(png, chunk.from() - 4, chunk.length() + 4);
        return crc.getValue();
    }

    private long unsigned32(int at) {
        return (png[at] & 0xFFL) << 24 | (png[at + 1] & 0xFF) << 16 | (png[at + 2] & 0xFF) << 8 | png[at + 3] & 0xFF;
    }
}
