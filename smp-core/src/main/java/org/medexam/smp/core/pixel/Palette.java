package org.medexam.smp.core.pixel;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.util.Optional;

/** The colours of a picture that has no more than 256 of them. */
final class Palette {

    private static final int MOST = 256;
    private static final int SLOTS = 4096;

    /** Open addressing: colour + 1, or 0 where a slot is free. */
    private final int[] slots = new int[SLOTS];

    private final byte[] numbers = new byte[SLOTS];
    private final byte[][] colours = new byte[3][MOST];
    private int size;

    private Palette() {}

    static Optional<Palette> of(PixelGrid grid) {
        Palette palette = new Palette();
        byte[] s = grid.samples();
        int end = 3 * grid.width() * grid.height();
        int before = -1;
        for (int i = 0; i < end; i += 3) {
            int colour = colour(s, i);
            if (colour != before && !palette.add(colour)) {
                return Optional.empty();
            }
            before = colour;
        }
        return Optional.of(palette);
    }

    IndexColorModel model() {
        return new IndexColorModel(8, size, colours[2], colours[1], colours[0]);
    }

    void fill(PixelGrid grid, BufferedImage image) {
        byte[] s = grid.samples();
        byte[] out = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < out.length; i++) {
            out[i] = numbers[slot(colour(s, 3 * i))];
        }
    }

    private static int colour(byte[] s, int i) {
        return (s[i] & 0xFF) << 16 | (s[i + 1] & 0xFF) << 8 | s[i + 2] & 0xFF;
    }

    private boolean add(int colour) {
        int slot = slot(colour);
        if (slots[slot] == 0) {
            if (size == MOST) {
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
