package org.medexam.smp.imaging.inspect;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Writes PNGs of every colour type, depth, row filter and interlace, and broken ones. */
public final class TestPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int[][] PASSES = {
        {0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}
    };
    private static final int[][] ONE_PASS = {{0, 0, 1, 1}};

    /** The value of one sample. */
    @FunctionalInterface
    public interface Samples {
        int at(int x, int y, int channel);
    }

    private final int width;
    private final int height;
    private final int colourType;
    private final int depth;
    private final ByteArrayOutputStream beforeData = new ByteArrayOutputStream();
    private boolean interlaced;
    private Samples samples = (x, y, channel) -> 0;

    private TestPng(int width, int height, int colourType, int depth) {
        this.width = width;
        this.height = height;
        this.colourType = colourType;
        this.depth = depth;
    }

    public static TestPng of(int width, int height, int colourType, int depth) {
        return new TestPng(width, height, colourType, depth);
    }

    public TestPng interlaced() {
        interlaced = true;
        return this;
    }

    public TestPng samples(Samples values) {
        samples = values;
        return this;
    }

    /** A chunk between IHDR and IDAT. */
    public TestPng with(String type, byte... content) {
        beforeData.writeBytes(chunk(type, content));
        return this;
    }

    public byte[] bytes() {
        return TestJpeg.concat(
                SIGNATURE,
                header(width, height, depth, colourType, interlaced ? 1 : 0),
                beforeData.toByteArray(),
                chunk("IDAT", data()),
                chunk("IEND"));
    }

    /** A file of these chunks. */
    public static byte[] file(byte[]... chunks) {
        return TestJpeg.concat(SIGNATURE, TestJpeg.concat(chunks));
    }

    public static byte[] header(int width, int height, int depth, int colourType, int interlace) {
        ByteBuffer content = ByteBuffer.allocate(13).putInt(width).putInt(height);
        content.put((byte) depth).put((byte) colourType).put(new byte[2]).put((byte) interlace);
        return chunk("IHDR", content.array());
    }

    public static byte[] chunk(String type, byte... content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.US_ASCII)).put(content);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + content.length);
        return chunk.putInt((int) crc.getValue()).array();
    }

    public static byte[] deflated(byte[] raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            out.write(raw);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private byte[] data() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(9))) {
            for (int[] pass : interlaced ? PASSES : ONE_PASS) {
                pass(out, pass);
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void pass(java.io.OutputStream out, int[] pass) throws java.io.IOException {
        int columns = (width - pass[0] + pass[2] - 1) / pass[2];
        int channels = new int[] {1, 0, 3, 1, 2, 0, 4}[colourType];
        int bytes = (columns * channels * depth + 7) / 8;
        int step = Math.max(1, channels * depth / 8);
        byte[] above = new byte[bytes];
        for (int y = pass[1], number = 0; y < height && columns > 0; y += pass[3], number++) {
            byte[] row = new byte[bytes];
            for (int i = 0; i < columns * channels; i++) {
                int value = samples.at(pass[0] + i / channels * pass[2], y, i % channels);
                if (depth == 16) {
                    row[2 * i] = (byte) (value >> 8);
                    row[2 * i + 1] = (byte) value;
                } else {
                    row[i * depth / 8] |= (byte) (value << 8 - depth - i * depth % 8);
                }
            }
            out.write(number % 5);
            out.write(filtered(number % 5, row, above, step));
            above = row;
        }
    }

    private static byte[] filtered(int filter, byte[] row, byte[] above, int step) {
        byte[] out = new byte[row.length];
        for (int i = 0; i < row.length; i++) {
            int a = i < step ? 0 : row[i - step] & 0xFF;
            int b = above[i] & 0xFF;
            int c = i < step ? 0 : above[i - step] & 0xFF;
            int guess = switch (filter) {
                case 0 -> 0;
                case 1 -> a;
                case 2 -> b;
                case 3 -> (a + b) / 2;
                default -> nearest(a + b - c, a, b, c);
            };
            out[i] = (byte) (row[i] - guess);
        }
        return out;
    }

    private static int nearest(int p, int a, int b, int c) {
        if (Math.abs(p - a) <= Math.abs(p - b) && Math.abs(p - a) <= Math.abs(p - c)) {
            return a;
        }
        return Math.abs(p - b) <= Math.abs(p - c) ? b : c;
    }
}
