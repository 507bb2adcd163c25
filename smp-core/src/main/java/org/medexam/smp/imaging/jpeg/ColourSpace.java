package org.medexam.smp.imaging.jpeg;

import java.util.List;
import java.util.OptionalInt;

/** The meaning of a JPEG's components, determined as libjpeg and every browser determine it. */
public enum ColourSpace {
    GREY(1),
    YCBCR(3),
    RGB(3),
    CMYK(4),
    YCCK(4);

    private static final int ADOBE_RGB = 0;
    private static final int ADOBE_YCCK = 2;

    private final int components;

    ColourSpace(int components) {
        this.components = components;
    }

    public int components() {
        return components;
    }

    /**
     * Three components are YCbCr behind a JFIF segment; else Adobe's segment decides; else identifiers R, G, B mean RGB.
     *
     * @param jfif whether a JFIF segment is present
     * @param adobeTransform the transform flag of Adobe's segment; empty if the segment is absent
     */
    public static ColourSpace of(Frame frame, boolean jfif, OptionalInt adobeTransform) {
        return switch (frame.components().size()) {
            case 1 -> GREY;
            case 3 -> !jfif && isRgb(frame.components(), adobeTransform) ? RGB : YCBCR;
            default -> adobeTransform.orElse(ADOBE_RGB) == ADOBE_YCCK ? YCCK : CMYK;
        };
    }

    private static boolean isRgb(List<Component> components, OptionalInt adobeTransform) {
        if (adobeTransform.isPresent()) {
            return adobeTransform.getAsInt() == ADOBE_RGB;
        }
        return components.get(0).id() == 'R'
                && components.get(1).id() == 'G'
                && components.get(2).id() == 'B';
    }
}
