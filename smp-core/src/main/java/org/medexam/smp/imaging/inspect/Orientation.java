package org.medexam.smp.imaging.inspect;

/**
 * The orientation of the stored rows and columns in the upright picture (EXIF 2.32, tag 0x0112). The names state the
 * sides of the first stored row and the first stored column.
 */
public enum Orientation {
    TOP_LEFT(1),
    TOP_RIGHT(2),
    BOTTOM_RIGHT(3),
    BOTTOM_LEFT(4),
    LEFT_TOP(5),
    RIGHT_TOP(6),
    RIGHT_BOTTOM(7),
    LEFT_BOTTOM(8);

    private final int exif;

    Orientation(int exif) {
        this.exif = exif;
    }

    /** The value of the EXIF tag, 1–8. */
    public int exif() {
        return exif;
    }

    /** Whether stored rows are upright columns, so that width and height are exchanged. */
    public boolean swapsSides() {
        return exif >= 5;
    }

    /** The orientation of an EXIF value; {@link #TOP_LEFT} outside 1–8. */
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : TOP_LEFT;
    }
}
