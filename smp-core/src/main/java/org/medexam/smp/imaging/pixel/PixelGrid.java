package org.medexam.smp.imaging.pixel;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * A picture in memory: opaque sRGB or grey, 8 bits a sample, rows from the top without padding. The samples may be
 * altered in place; the array may be longer than the picture.
 */
public final class PixelGrid {

    private final int width;
    private final int height;
    private final int bands;
    private final byte[] samples;

    PixelGrid(int width, int height, int bands, byte[] samples) {
        this.width = width;
        this.height = height;
        this.bands = bands;
        this.samples = samples;
    }

    /** A black picture. */
    public static PixelGrid of(int width, int height, int bands) {
        return new PixelGrid(
                width, height, bands, new byte[Math.multiplyExact(Math.multiplyExact(width, height), bands)]);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** 1: grey. 3: blue, green, red, the order that the JDK's encoders and decoders use without copying. */
    public int bands() {
        return bands;
    }

    /** The samples themselves: pixel (x, y) begins at {@code (y * width + x) * bands}. */
    public byte[] samples() {
        return samples;
    }

    /** The end of the run of equal pixels that begins at an index. */
    int runEnd(int index) {
        int end = bands * width * height;
        int next = index + bands;
        while (next < end && sameAsBefore(next)) {
            // an intrinsic of the JVM, many bytes a step
            int further = Arrays.mismatch(samples, next, end, samples, next - bands, end - bands);
            next = further < 0 ? end : next + further / bands * bands;
        }
        return next;
    }

    private boolean sameAsBefore(int index) {
        for (int band = 0; band < bands; band++) {
            if (samples[index + band] != samples[index + band - bands]) {
                return false;
            }
        }
        return true;
    }

    /** A view on the same samples. */
    public BufferedImage image() {
        ColorSpace space = ColorSpace.getInstance(bands == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        ComponentColorModel model =
                new ComponentColorModel(space, false, false, java.awt.Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(model, raster(0, height), false, null);
    }

    /** A view on some rows, bands in the order red, green, blue. */
    WritableRaster raster(int fromRow, int toRow) {
        int stride = width * bands;
        int first = fromRow * stride;
        int[] offsets = bands == 1 ? new int[] {first} : new int[] {first + 2, first + 1, first};
        DataBufferByte buffer = new DataBufferByte(samples, first + (toRow - fromRow) * stride);
        return Raster.createInterleavedRaster(buffer, width, toRow - fromRow, stride, bands, offsets, null);
    }
}
