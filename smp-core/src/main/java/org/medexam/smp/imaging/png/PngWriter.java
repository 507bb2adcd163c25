package org.medexam.smp.imaging.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG of IHDR, PLTE where it has one, IDAT and IEND (PNG, third edition, 11.2), row by row.
 *
 * <p>No row is filtered (9.2, type 0): what becomes a PNG here are scans, screens and drawings, which repeat themselves,
 * and whose repetitions a filter would hide from deflate. Photographs, which filters help, become JPEGs.
 */
public final class PngWriter {

    public static final int GREY = 0;
    public static final int RGB = 2;
    public static final int INDEXED = 3;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int UNFILTERED = 0;

    /** So many bytes of rows go to the deflater together: a call for each row would cost more than the row. */
    private static final int STRIP = 1 << 16;

    /** Puts one row's samples, without the filter's byte. */
    public interface Rows {
        void put(int y, byte[] into, int from);
    }

    private final int width;
    private final int height;
    private final int level;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    private final byte[] deflated = new byte[1 << 15];

    /** @param level of deflate, 1 (fast) to 9 (small) */
    public PngWriter(int width, int height, int level) {
        this.width = width;
        this.height = height;
        this.level = level;
    }

    /**
     * @param palette red, green and blue of each colour; empty unless indexed
     * @param limit bytes of a PNG that is still wanted
     * @return nothing as soon as the pixels' data alone are longer than that
     */
    public Optional<byte[]> write(int colourType, int bitDepth, int rowBytes, byte[] palette, Rows rows, int limit) {
        out.writeBytes(SIGNATURE);
        chunk(
                "IHDR",
                ByteBuffer.allocate(HEADER_BYTES)
                        .putInt(width)
                        .putInt(height)
                        .put((byte) bitDepth)
                        .put((byte) colourType)
                        .array());
        if (palette.length > 0) {
            chunk("PLTE", palette);
        }
        Deflater deflater = new Deflater(level);
        try {
            return data(deflater, rowBytes + 1, rows, limit) ? Optional.of(ended()) : Optional.empty();
        } finally {
            deflater.end();
        }
    }

    private boolean data(Deflater deflater, int stride, Rows rows, int limit) {
        byte[] strip = new byte[stride * Math.max(1, Math.min(height, STRIP / stride))];
        ByteArrayOutputStream data = new ByteArrayOutputStream(1 << 17);
        for (int y = 0; y < height; ) {
            int end = Math.min(height, y + strip.length / stride);
            int filled = 0;
            for (; y < end; y++, filled += stride) {
                strip[filled] = UNFILTERED;
                rows.put(y, strip, filled + 1);
            }
            deflater.setInput(strip, 0, filled);
            if (y == height) {
                deflater.finish();
            }
            for (int length = deflater.deflate(deflated); length > 0; length = deflater.deflate(deflated)) {
                data.write(deflated, 0, length);
            }
            if (data.size() > limit) {
                return false;
            }
        }
        chunk("IDAT", data.toByteArray());
        return true;
    }

    private byte[] ended() {
        chunk("IEND", new byte[0]);
        return out.toByteArray();
    }

    private void chunk(String type, byte[] content) {
        byte[] named = ByteBuffer.allocate(type.length() + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        CRC32 checksum = new CRC32();
        checksum.update(named);
        number(content.length);
        out.writeBytes(named);
        number((int) checksum.getValue());
    }

    private void number(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }
}
