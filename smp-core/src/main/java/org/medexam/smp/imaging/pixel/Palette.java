package org.medexam.smp.imaging.pixel;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.medexam.smp.imaging.png.PngWriter;

/**
 * The colours of a picture that has few of them. What is drawn over the picture later brings more colours: those may be
 * taken for others that look alike, while the picture's own stay what they are.
 */
public final class Palette {

    private static final int LARGEST = 256;

    /** With no more colours than this a pixel is half a byte. */
    private static final int SMALL = 16;

    /** Black and white have room for one drawn colour on each, and a pixel is a quarter of a byte. */
    private static final int BLACK_AND_WHITE = 2;

    /** By so many levels of 255 a drawn colour may be another before a pixel takes a whole byte. */
    private static final int ALIKE = 8;

    /** By which drawn colours are taken for others farther and farther apart. */
    private static final int STEP = 4;

    private final ColourMap own;

    private Palette(ColourMap own) {
        this.own = own;
    }

    /** @return nothing where the picture has more than 256 colours */
    public static Optional<Palette> of(PixelGrid grid) {
        ColourMap own = new ColourMap();
        byte[] samples = grid.samples();
        int bands = grid.bands();
        int end = bands * grid.width() * grid.height();
        for (int i = 0; i < end; i = grid.runEnd(i)) {
            int colour = colour(samples, i, bands);
            if (own.number(colour) == ColourMap.NONE) {
                if (own.size() == LARGEST) {
                    return Optional.empty();
                }
                own.put(colour, own.size());
            }
        }
        return Optional.of(new Palette(own));
    }

    /**
     * The same picture after it was drawn upon, as indexed PNG.
     *
     * @param alike by so many levels of 255 a drawn colour may be another in each band, where room is scarce
     * @return nothing where that is not possible, or (grey pictures of many greys) not smaller
     */
    Optional<byte[]> png(PixelGrid grid, int alike, int level) {
        return drawn(grid).map(Palette::mostFrequentFirst).flatMap(drawn -> {
            Optional<byte[]> png = Optional.empty();
            if (own.size() == BLACK_AND_WHITE) {
                png = indexed(grid, drawn, 2, alike, level);
            }
            if (png.isEmpty() && own.size() <= SMALL) {
                png = indexed(grid, drawn, 4, Math.min(alike, ALIKE), level);
            }
            if (png.isEmpty() && grid.bands() > 1) {
                png = indexed(grid, drawn, 8, alike, level);
            }
            return png;
        });
    }

    private Optional<byte[]> indexed(PixelGrid grid, int[] drawn, int bits, int alike, int level) {
        return extended(drawn, 1 << bits, alike).map(table -> encoded(grid, table, bits, level));
    }

    /** How many pixels are of each colour that is none of the picture's own; nothing where those are too many. */
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
                    if (drawn.size() == ColourMap.MOST - LARGEST) {
                        return Optional.empty();
                    }
                    drawn.put(colour, 0);
                }
                drawn.count(colour, (next - i) / bands);
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

    /** Places in the palette of all colours, as like to them as there is room for. */
    private Optional<ColourMap> extended(int[] drawn, int most, int alike) {
        Optional<ColourMap> places = Optional.empty();
        for (int tolerance = 0; tolerance <= alike && places.isEmpty(); tolerance += STEP) {
            places = places(drawn, most, tolerance);
        }
        return places;
    }

    /** Who comes first gets a place of its own. */
    private Optional<ColourMap> places(int[] drawn, int most, int tolerance) {
        ColourMap places = new ColourMap();
        int[] palette = new int[most];
        for (int i = 0; i < own.size(); i++) {
            palette[i] = own.colour(i);
            places.put(palette[i], i);
        }
        int used = own.size();
        for (int colour : drawn) {
            int alike = alike(palette, used, colour, tolerance);
            if (alike == ColourMap.NONE) {
                if (used == most) {
                    return Optional.empty();
                }
                alike = used++;
                palette[alike] = colour;
            }
            places.put(colour, alike);
        }
        return Optional.of(places);
    }

    private static int alike(int[] palette, int used, int colour, int tolerance) {
        int nearest = ColourMap.NONE;
        int least = tolerance + 1;
        for (int i = 0; i < used; i++) {
            int apart = apart(palette[i], colour);
            if (apart < least) {
                least = apart;
                nearest = i;
            }
        }
        return nearest;
    }

    private static int apart(int one, int other) {
        int red = Math.abs((one >> 16) - (other >> 16));
        int green = Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF));
        int blue = Math.abs((one & 0xFF) - (other & 0xFF));
        return Math.max(red, Math.max(green, blue));
    }

    private static byte[] encoded(PixelGrid grid, ColourMap places, int bits, int level) {
        int perByte = 8 / bits;
        int rowBytes = (grid.width() + perByte - 1) / perByte;
        PngWriter.Rows rows = (y, into, from) -> row(grid, y, places, perByte, into, from);
        return new PngWriter(grid.width(), grid.height(), level)
                .write(PngWriter.INDEXED, bits, rowBytes, palette(places), rows, Integer.MAX_VALUE)
                .orElseThrow();
    }

    /** Of several colours at one place the first is the one that they look like. */
    private static byte[] palette(ColourMap places) {
        int size = 0;
        byte[] palette = new byte[3 * LARGEST];
        for (int i = 0; i < places.size(); i++) {
            int colour = places.colour(i);
            if (places.number(colour) == size) {
                palette[3 * size] = (byte) (colour >> 16);
                palette[3 * size + 1] = (byte) (colour >> 8);
                palette[3 * size + 2] = (byte) colour;
                size++;
            }
        }
        return Arrays.copyOf(palette, 3 * size);
    }

    private static void row(PixelGrid grid, int y, ColourMap places, int perByte, byte[] into, int from) {
        byte[] samples = grid.samples();
        int bands = grid.bands();
        int bits = 8 / perByte;
        int at = y * grid.width() * bands;
        int before = -1;
        int place = 0;
        int packed = 0;
        for (int x = 0; x < grid.width(); x++, at += bands) {
            int colour = colour(samples, at, bands);
            if (colour != before) {
                before = colour;
                place = places.number(colour);
            }
            packed = packed << bits | place;
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
