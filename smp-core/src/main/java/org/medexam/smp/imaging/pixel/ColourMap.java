package org.medexam.smp.imaging.pixel;

/** A number for each of some colours: open addressing, since it is asked for every pixel. */
final class ColourMap {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    /** So full it is still fast. */
    static final int MOST = SLOTS / 2;
    /** 2^32 ÷ the golden ratio (Knuth 6.4): neighbouring colours go far apart. */
    private static final int SPREAD = 0x9E3779B1;

    static final int NONE = -1;

    /** Colour + 1, or 0 where a slot is free. */
    private final int[] slots = new int[SLOTS];

    private final int[] numbers = new int[SLOTS];
    private final int[] colours = new int[MOST];
    private int size;

    int size() {
        return size;
    }

    /** The n-th colour that was put in, 0xRRGGBB. */
    int colour(int n) {
        return colours[n];
    }

    /** The colour's number, or {@value #NONE}. */
    int number(int colour) {
        int slot = slot(colour);
        return slots[slot] == 0 ? NONE : numbers[slot];
    }

    /** Puts a new colour in, which there must be room for. */
    void put(int colour, int number) {
        int slot = slot(colour);
        slots[slot] = colour + 1;
        numbers[slot] = number;
        colours[size++] = colour;
    }

    /** So many more than there were. */
    void count(int colour, int more) {
        numbers[slot(colour)] += more;
    }

    private int slot(int colour) {
        int slot = colour * SPREAD >>> Integer.SIZE - SLOT_BITS;
        while (slots[slot] != 0 && slots[slot] != colour + 1) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
