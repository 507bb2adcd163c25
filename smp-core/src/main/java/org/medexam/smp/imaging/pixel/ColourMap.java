package org.medexam.smp.imaging.pixel;

/** A map from colours to numbers, by open addressing, since it is read for every pixel. */
final class ColourMap {

    private static final int SLOT_BITS = 12;
    private static final int SLOTS = 1 << SLOT_BITS;
    /** The most colours; a fuller table would be slow. */
    static final int CAPACITY = SLOTS / 2;
    /** 2^32 ÷ the golden ratio: Fibonacci hashing (Knuth 6.4). */
    private static final int MULTIPLIER = 0x9E3779B1;

    static final int NONE = -1;

    /** Colour + 1; 0 in a free slot. */
    private final int[] slots = new int[SLOTS];

    private final int[] numbers = new int[SLOTS];
    private final int[] colours = new int[CAPACITY];
    private int size;

    int size() {
        return size;
    }

    /** The n-th colour that was added, 0xRRGGBB. */
    int colour(int n) {
        return colours[n];
    }

    /** The colour's number, or {@value #NONE}. */
    int number(int colour) {
        int slot = slot(colour);
        return slots[slot] == 0 ? NONE : numbers[slot];
    }

    /** Adds a new colour; the map must not be full. */
    void put(int colour, int number) {
        int slot = slot(colour);
        slots[slot] = colour + 1;
        numbers[slot] = number;
        colours[size++] = colour;
    }

    /** Increases the number of a colour. */
    void increase(int colour, int more) {
        numbers[slot(colour)] += more;
    }

    private int slot(int colour) {
        int slot = colour * MULTIPLIER >>> Integer.SIZE - SLOT_BITS;
        while (slots[slot] != 0 && slots[slot] != colour + 1) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
