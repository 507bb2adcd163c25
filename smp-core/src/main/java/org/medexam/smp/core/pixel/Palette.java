package org.medexam.smp.core.pixel;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Optional;

/** The colours of a picture that has few of them. */
final class Palette {

    private static final int SLOTS = 4096;

    /** Open addressing: colour + 1, or 0 where a slot is free. */
    private final int[] slots = new int[SLOTS];

    private final byte[] numbers = new byte[SLOTS];
    private final byte[][] colours = new byte[3][256];
    private final int most;
    private int size;

    private Palette(int most) {
        this.most = most;
    }

    /**
     * @param most colours, 256 or fewer
     * @return nothing where the picture has more
     */
    static Optional<Palette> of(PixelGrid grid, int most) {
        Palette palette = new Palette(most);
        int bands = grid.bands();
        int end = bands * grid.width() * grid.height();
        int before = -1;
        for (int i = 0; i < end; i += bands) {
            int colour = colour(grid.samples(), i, bands);
            if (colour != before && !palette.add(colour)) {
                return Optional.empty();
            }
            before = colour;
        }
        return Optional.of(palette);
    }

    /** The picture with 4 or 8 bits a pixel. */
    BufferedImage image(PixelGrid grid) {
        int bits = size <= 16 ? 4 : 8;
        int perByte = 8 / bits;
        int stride = (grid.width() + perByte - 1) / perByte;
        byte[] packed = new byte[stride * grid.height()];
        int at = 0;
        for (int y = 0; y < grid.height(); y++) {
            for (int x = 0; x < grid.width(); x++, at += grid.bands()) {
                int number = numbers[slot(colour(grid.samples(), at, grid.bands()))] & 0xFF;
                packed[y * stride + x / perByte] |= (byte) (number << bits * (perByte - 1 - x % perByte));
            }
        }
        DataBufferByte buffer = new DataBufferByte(packed, packed.length);
        WritableRaster raster = bits == 8
                ? Raster.createInterleavedRaster(buffer, grid.width(), grid.height(), stride, 1, new int[] {0}, null)
                : Raster.createPackedRaster(buffer, grid.width(), grid.height(), bits, null);
        IndexColorModel model = new IndexColorModel(bits, size, colours[2], colours[1], colours[0]);
        return new BufferedImage(model, raster, false, null);
    }

    private static int colour(byte[] s, int i, int bands) {
        int first = s[i] & 0xFF;
        return bands == 1 ? first * 0x10101 : first << 16 | (s[i + 1] & 0xFF) << 8 | s[i + 2] & 0xFF;
    }

    private boolean add(int colour) {
        int slot = slot(colour);
        if (slots[slot] == 0) {
            if (size == most) {
                return false;
            }
            slots[slot] = colour + 1;
            numbers[slot] = (byte) size;
            colours[0][size] = (byte) (colour >> 16);
            colours[1][size] = (byte) (colour >> 8);
            colours[2][size] = (byte) colour;
            size++;
        }
        return true;
    }

    private int slot(int colour) {
        int slot = colour * 0x9E3779B1 >>> 20;
        while (slots[slot] != 0 && slots[slot] != colour + 1) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
