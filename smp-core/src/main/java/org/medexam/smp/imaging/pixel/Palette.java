package org.medexam.smp.imaging.pixel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.medexam.smp.imaging.png.PngWriter;

/**
 * The colours of a picture with few colours. Drawing on the picture later adds colours: those may be replaced by similar
 * ones, the picture's own colours stay exact.
 */
public final class Palette {

    private static final int MAX_COLOURS = 256;

    /** The most colours of a picture that is written with four bits a pixel. */
    private static final int MAX_SMALL = 16;

    /** The colours of a picture that is written with two bits a pixel: one drawn colour fits for each of them. */
    private static final int BILEVEL = 2;

    /** Tolerance for drawn colours, in levels of 255, beyond which a pixel rather takes eight bits than four. */
    private static final int MAX_SMALL_TOLERANCE = 8;

    /** Step of the tolerance from one attempt to the next. */
    private static final int TOLERANCE_STEP = 4;

    private final ColourMap own;

    private Palette(ColourMap own) {
        this.own = own;
    }

    /** The colours of a picture; empty if it has more than 256. */
    public static Optional<Palette> of(PixelGrid grid) {
        ColourMap own = new ColourMap();
        byte[] samples = grid.samples();
        int bands = grid.bands();
        int end = bands * grid.width() * grid.height();
        for (int i = 0; i < end; i = grid.runEnd(i)) {
            int colour = colour(samples, i, bands);
            if (own.number(colour) == ColourMap.NONE) {
                if (own.size() == MAX_COLOURS) {
                    return Optional.empty();
                }
                own.put(colour, own.size());
            }
        }
        return Optional.of(new Palette(own));
    }

    /**
     * Encodes the picture after drawing as an indexed PNG.
     *
     * @param tolerance by how many levels of 255 a drawn colour may differ in each band, if the palette is full
     * @return empty if the colours do not fit, or if an indexed PNG of many greys would not be smaller
     */
    Optional<byte[]> png(PixelGrid grid, int tolerance, int level) {
        return drawn(grid).map(Palette::mostFrequentFirst).flatMap(drawn -> {
            Optional<byte[]> png = Optional.empty();
            if (own.size() == BILEVEL) {
                png = indexed(grid, drawn, 2, tolerance, level);
            }
            if (png.isEmpty() && own.size() <= MAX_SMALL) {
                png = indexed(grid, drawn, 4, Math.min(tolerance, MAX_SMALL_TOLERANCE), level);
            }
            if (png.isEmpty() && grid.bands() > 1) {
                png = indexed(grid, drawn, 8, tolerance, level);
            }
            return png;
        });
    }

    private Optional<byte[]> indexed(PixelGrid grid, int[] drawn, int bits, int tolerance, int level) {
        return indices(drawn, 1 << bits, tolerance).map(indices -> encoded(grid, indices, bits, level));
    }

    /** The number of pixels of each drawn colour; empty if there are too many colours. */
    private Optional<ColourMap> drawn(PixelGrid grid) {
        ColourMap drawn = new ColourMap();
        byte[] samples = grid.samples();
        int bands = grid.bands();
        int end = bands * grid.width() * grid.height();
        for (int i = 0, next; i < end; i = next) {
            next = grid.runEnd(i);
            int colour = colour(samples, i, bands);
            if (own.number(colour) == ColourMap.NONE) {
                if (drawn.number(colour) == ColourMap.NONE) {
                    if (drawn.size() == ColourMap.CAPACITY - MAX_COLOURS) {
                        return Optional.empty();
                    }
                    drawn.put(colour, 0);
                }
                drawn.increase(colour, (next - i) / bands);
            }
        }
        return Optional.of(drawn);
    }

    private static int[] mostFrequentFirst(ColourMap drawn) {
        return IntStream.range(0, drawn.size())
                .mapToObj(drawn::colour)
                .sorted(Comparator.comparingInt((Integer colour) -> -drawn.number(colour)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The palette indices of all colours, with the smallest tolerance that fits. */
    private Optional<ColourMap> indices(int[] drawn, int size, int maxTolerance) {
        Optional<ColourMap> indices = Optional.empty();
        for (int tolerance = 0; tolerance <= maxTolerance && indices.isEmpty(); tolerance += TOLERANCE_STEP) {
            indices = indicesWithin(drawn, size, tolerance);
        }
        return indices;
    }

    /** The palette indices of all colours; the most frequent drawn colours get entries of their own. */
    private Optional<ColourMap> indicesWithin(int[] drawn, int size, int tolerance) {
        ColourMap indices = new ColourMap();
        int[] palette = new int[size];
        for (int i = 0; i < own.size(); i++) {
            palette[i] = own.colour(i);
            indices.put(palette[i], i);
        }
        int used = own.size();
        for (int colour : drawn) {
            int index = nearest(palette, used, colour, tolerance);
            if (index == ColourMap.NONE) {
                if (used == size) {
                    return Optional.empty();
                }
                index = used++;
                palette[index] = colour;
            }
            indices.put(colour, index);
        }
        return Optional.of(indices);
    }

    private static int nearest(int[] palette, int used, int colour, int tolerance) {
        int nearest = ColourMap.NONE;
        int least = tolerance + 1;
        for (int i = 0; i < used; i++) {
            int distance = distance(palette[i], colour);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        return nearest;
    }

    private static int distance(int one, int other) {
        int red = Math.abs((one >> 16) - (other >> 16));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }

    private static byte[] encoded(PixelGrid grid, ColourMap indices, int bits, int level) {
        int perByte = 8 / bits;
        int rowBytes = (grid.width() + perByte - 1) / perByte;
        PngWriter.Rows rows = (y, into, from) -> row(grid, y, indices, perByte, into, from);
        return new PngWriter(grid.width(), grid.height(), level)
                .write(PngWriter.INDEXED, bits, rowBytes, palette(indices), rows, Integer.MAX_VALUE)
                .orElseThrow();
    }

    /** The palette; the first colour of an index is the exact one. */
    private static byte[] palette(ColourMap indices) {
        int size = 0;
        byte[] palette = new byte[3 * MAX_COLOURS];
        for (int i = 0; i < indices.size(); i++) {
            int colour = indices.colour(i);
            if (indices.number(colour) == size) {
                palette[3 * size] = (byte) (colour >> 16);
                palette[3 * size + 1] = (byte) (colour >> 8);
                palette[3 * size + 2] = (byte) colour;
                size++;
            }
        }
        return Arrays.copyOf(palette, 3 * size);
    }

    private static void row(PixelGrid grid, int y, ColourMap indices, int perByte, byte[] into, int from) {
        byte[] samples = grid.samples();
        int bands = grid.bands();
        int bits = 8 / perByte;
        int at = y * grid.width() * bands;
        int before = -1;
        int index = 0;
        int packed = 0;
        for (int x = 0; x < grid.width(); x++, at += bands) {
            int colour = colour(samples, at, bands);
            if (colour != before) {
                before = colour;
                index = indices.number(colour);
            }
            packed = packed << bits | index;
            into[from + x / perByte] = (byte) packed;
        }
        int left = grid.width() % perByte;
        if (left > 0) {
            into[from + grid.width() / perByte] = (byte) (packed << bits * (perByte - left));
        }
    }

    private static int colour(byte[] s, int i, int bands) {
        int first = s[i] & 0xFF;
        return bands == 1 ? first * 0x10101 : first | (s[i + 1] & 0xFF) << 8 | (s[i + 2] & 0xFF) << 16;
    }
}
