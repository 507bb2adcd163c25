package org.medexam.smp.imaging.pixel;

import java.util.Optional;

/** Converts the four components of CMYK and YCCK pictures to sRGB. */
final class CmykConversion {

    private CmykConversion() {}

    /**
     * Converts samples in place. As in every browser, 255 means no ink, with or without an Adobe segment.
     *
     * @param inks four bytes a pixel; receives three bytes a pixel, blue first
     * @param ycck whether the first three components are the YCbCr of inverted inks
     * @param profile the profile of the inks; without a suitable one the inks are treated as ideal
     */
    static PixelGrid toSrgb(int width, int height, byte[] inks, boolean ycck, Optional<EmbeddedProfile> profile) {
        if (ycck) {
            ycckToCmyk(inks, width * height * 4);
        }
        PixelGrid grid = new PixelGrid(width, height, 3, inks);
        if (profile.isEmpty() || !profile.get().cmykToSrgb(inks, width, height)) {
            idealToSrgb(inks, width * height);
        }
        return grid;
    }

    /** The inverse of T.871, clause 7, in which inverted inks take the place of RGB. */
    private static void ycckToCmyk(byte[] inks, int length) {
        for (int i = 0; i < length; i += 4) {
            float y = inks[i] & 0xFF;
            float cb = (inks[i + 1] & 0xFF) - 128;
            float cr = (inks[i + 2] & 0xFF) - 128;
            inks[i] = octet(y + 1.402f * cr);
            inks[i + 1] = octet(y - 0.344136f * cb - 0.714136f * cr);
            inks[i + 2] = octet(y + 1.772f * cb);
        }
    }

    private static byte octet(float value) {
        return (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    private static void idealToSrgb(byte[] inks, int pixels) {
        for (int i = 0; i < pixels; i++) {
            int black = inks[4 * i + 3] & 0xFF;
            int red = (inks[4 * i] & 0xFF) * black / 255;
            int green = (inks[4 * i + 1] & 0xFF) * black / 255;
            int blue = (inks[4 * i + 2] & 0xFF) * black / 255;
            inks[3 * i] = (byte) blue;
            inks[3 * i + 1] = (byte) green;
            inks[3 * i + 2] = (byte) red;
        }
    }
}
