package org.medexam.smp.imaging.png;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a PNG of IHDR, optional PLTE, IDAT and IEND (PNG, third edition, 11.2), row by row.
 *
 * <p>Rows are not filtered (9.2, type 0): scans, screens and drawings repeat themselves, and a filter would hide the
 * repetitions from deflate. Photographs, which compress better with filters, become JPEGs.
 */
public final class PngWriter {

    public static final int GREY = PngHeader.GREY;
    public static final int RGB = PngHeader.RGB;
    public static final int INDEXED = PngHeader.PALETTE;

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int HEADER_BYTES = 13;
    private static final int UNFILTERED = 0;

    /** Bytes of rows that are deflated together, since a call for each row would cost more than the row. */
    private static final int STRIP_BYTES = 1 << 16;

    /** Supplies the rows of samples. */
    public interface Rows {
        /** Writes a row without its filter byte to an array. */
        void write(int y, byte[] into, int from);
    }

    private final int width;
    private final int height;
    private final int level;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);
    private final byte[] deflated = new byte[1 << 15];

    /** @param level deflate level, 1 (fast) to 9 (small) */
    public PngWriter(int width, int height, int level) {
        this.width = width;
        this.height = height;
        this.level = level;
    }

    /**
     * Writes the file.
     *
     * @param palette red, green and blue of each colour; empty unless indexed
     * @param limit maximal length of the deflated data in bytes
     * @return empty as soon as the data are longer
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
            return data(deflater, rowBytes + 1, rows, limit) ? Optional.of(end()) : Optional.empty();
        } finally {
            deflater.end();
        }
    }

    private boolean data(Deflater deflater, int stride, Rows rows, int limit) {
        byte[] strip = new byte[stride * Math.max(1, Math.min(height, STRIP_BYTES / stride))];
        ByteArrayOutputStream data = new ByteArrayOutputStream(1 << 17);
        for (int y = 0; y < height; ) {
            int end = Math.min(height, y + strip.length / stride);
            int filled = 0;
            for (; y < end; y++, filled += stride) {
                strip[filled] = UNFILTERED;
                rows.write(y, strip, filled + 1);
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

    private byte[] end() {
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
        unsigned32(content.length);
        out.writeBytes(named);
        unsigned32((int) checksum.getValue());
    }

    private void unsigned32(int value) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }
}
