package org.medexam.smp.imaging.jpeg;

/** What the components of a JPEG mean, told as every browser tells it: JFIF first, then Adobe's segment, then names. */
public enum ColourSpace {
    GREY(1),
    YCBCR(3),
    RGB(3),
    CMYK(4),
    YCCK(4);

    private final int components;

    ColourSpace(int components) {
        this.components = components;
    }

    public int components() {
        return components;
    }
}
