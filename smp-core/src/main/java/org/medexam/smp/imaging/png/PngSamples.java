package org.medexam.smp.imaging.png;

/** Converts rows of PNG samples of any colour type and depth to 8-bit grey or BGR on white. */
final class PngSamples {

    private static final int WHITE = 255;

    private final int depth;
    private final int colourType;
    private final int bands;
    /** 256 colours of blue, green, red. */
    private final byte[] palette;
    /** The samples of the transparent colour (tRNS); -1 without one. */
    private final int[] key = {-1, -1, -1};

    PngSamples(PngFile file) {
        byte[] png = file.bytes();
        depth = file.header().bitDepth();
        colourType = file.header().colourType();
        palette = colourType == 3 ? palette(file) : new byte[0];
        bands = file.header().grey() || colourType == 3 && isGrey(palette) ? 1 : 3;
        file.chunk("tRNS")
                .filter(c -> colourType == 0 && c.length() == 2 || colourType == 2 && c.length() == 6)
                .ifPresent(c -> {
                    for (int i = 0; i < c.length() / 2; i++) {
                        key[i] = (png[c.from() + 2 * i] & 0xFF) << 8 | png[c.from() + 2 * i + 1] & 0xFF;
                    }
                });
    }

    private static byte[] palette(PngFile file) {
        byte[] png = file.bytes();
        PngChunk colours = file.chunk("PLTE").orElseThrow();
        byte[] palette = new byte[3 * 256];
        for (int i = 0; i < colours.length() / 3; i++) {
            int index = i;
            int alpha = file.chunk("tRNS")
                    .filter(c -> index < c.length())
                    .map(c -> png[c.from() + index] & 0xFF)
                    .orElse(255);
            for (int band = 0; band < 3; band++) {
                palette[3 * i + 2 - band] = onWhite(png[colours.from() + 3 * i + band] & 0xFF, alpha);
            }
        }
        return palette;
    }

    private static boolean isGrey(byte[] palette) {
        for (int i = 0; i < palette.length; i += 3) {
            if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
                return false;
            }
        }
        return true;
    }

    /** 1 for a picture without colour, else 3. */
    int bands() {
        return bands;
    }

    /**
     * Converts a row.
     *
     * @param row unfiltered bytes, the first sample at {@code from}
     * @param out receives 1 or 3 samples a pixel, blue first
     * @param at index of the first pixel in out
     * @param step distance of the row's pixels in out
     */
    void convert(byte[] row, int from, int columns, byte[] out, int at, int step) {
        switch (colourType) {
            case 0 -> grey(row, from, columns, out, at, step);
            case 2 -> rgb(row, from, columns, out, at, step);
            case 3 -> indexed(row, from, columns, out, at, step);
            case 4 -> greyAlpha(row, from, columns, out, at, step);
            default -> rgba(row, from, columns, out, at, step);
        }
    }

    private void grey(byte[] row, int from, int columns, byte[] out, int at, int step) {
        if (depth == 1 && key[0] < 0) {
            bilevel(row, from, columns, out, at, step);
            return;
        }
        for (int x = 0; x < columns; x++) {
            int value = sample(row, from, x);
            out[at + x * step] = value == key[0] ? (byte) WHITE : to8Bits(value);
        }
    }

    /** The fast path of bilevel scans, which have many pixels. */
    private static void bilevel(byte[] row, int from, int columns, byte[] out, int at, int step) {
        for (int x = 0, o = at; x < columns; x++, o += step) {
            out[o] = (byte) -(row[from + (x >> 3)] >> 7 - (x & 7) & 1);
        }
    }

    private void rgb(byte[] row, int from, int columns, byte[] out, int at, int step) {
        if (depth == 8 && key[0] < 0) {
            rgb8(row, from, columns, out, at, step);
            return;
        }
        for (int x = 0; x < columns; x++) {
            int red = sample(row, from, 3 * x);
            int green = sample(row, from, 3 * x + 1);
            int blue = sample(row, from, 3 * x + 2);
            boolean transparent = red == key[0] && green == key[1] && blue == key[2];
            int o = at + x * step;
            out[o] = transparent ? (byte) WHITE : to8Bits(blue);
            out[o + 1] = transparent ? (byte) WHITE : to8Bits(green);
            out[o + 2] = transparent ? (byte) WHITE : to8Bits(red);
        }
    }

    /** The fast path of nearly every RGB picture: 8 bits, no transparent colour. */
    private static void rgb8(byte[] row, int from, int columns, byte[] out, int at, int step) {
        for (int x = 0, i = from, o = at; x < columns; x++, i += 3, o += step) {
            out[o] = row[i + 2];
            out[o + 1] = row[i + 1];
            out[o + 2] = row[i];
        }
    }

    private void indexed(byte[] row, int from, int columns, byte[] out, int at, int step) {
        for (int x = 0; x < columns; x++) {
            int colour = 3 * sample(row, from, x);
            int o = at + x * step;
            out[o] = palette[colour];
            if (bands == 3) {
                out[o + 1] = palette[colour + 1];
                out[o + 2] = palette[colour + 2];
            }
        }
    }

    private void greyAlpha(byte[] row, int from, int columns, byte[] out, int at, int step) {
        for (int x = 0; x < columns; x++) {
            out[at + x * step] = onWhite(sample8(row, from, 2 * x), sample8(row, from, 2 * x + 1));
        }
    }

    private void rgba(byte[] row, int from, int columns, byte[] out, int at, int step) {
        for (int x = 0; x < columns; x++) {
            int alpha = sample8(row, from, 4 * x + 3);
            int o = at + x * step;
            out[o] = onWhite(sample8(row, from, 4 * x + 2), alpha);
            out[o + 1] = onWhite(sample8(row, from, 4 * x + 1), alpha);
            out[o + 2] = onWhite(sample8(row, from, 4 * x), alpha);
        }
    }

    private int sample8(byte[] row, int from, int index) {
        return to8Bits(sample(row, from, index)) & 0xFF;
    }

    private int sample(byte[] row, int from, int index) {
        if (depth == 8) {
            return row[from + index] & 0xFF;
        }
        if (depth == 16) {
            return (row[from + 2 * index] & 0xFF) << 8 | row[from + 2 * index + 1] & 0xFF;
        }
        int bit = index * depth;
        return row[from + (bit >> 3)] >> 8 - depth - (bit & 7) & (1 << depth) - 1;
    }

    private byte to8Bits(int sample) {
        return (byte)
                switch (depth) {
                    case 1 -> sample * 255;
                    case 2 -> sample * 85;
                    case 4 -> sample * 17;
                    case 8 -> sample;
                    default -> sample * 255 + 32_895 >> 16;
                };
    }

    private static byte onWhite(int value, int alpha) {
        return (byte) ((value * alpha + WHITE * (255 - alpha) + 127) / 255);
    }
}
