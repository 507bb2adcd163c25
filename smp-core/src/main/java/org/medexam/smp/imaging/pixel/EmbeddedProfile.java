package org.medexam.smp.imaging.pixel;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.medexam.smp.imaging.jpeg.ApplicationData.ProfileChunk;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.png.PngChunk;
import org.medexam.smp.imaging.png.PngFile;

/**
 * The ICC profile embedded in a picture. A profile that is damaged or does not fit is ignored: the colours are then
 * treated as sRGB.
 */
final class EmbeddedProfile {

    private static final int MAX_BYTES = 1 << 20;
    /** Rows that are converted together: many enough to be fast, few enough to copy. */
    private static final int STRIP = 16;

    private final ICC_Profile profile;
    /** Shared by all conversions, since its tables take longer to build than a small picture to convert. */
    private final ColorConvertOp op;

    private EmbeddedProfile(ICC_Profile profile) {
        this.profile = profile;
        this.op = new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
    }

    /** Joins the parts in the order of the file, since their numbers are wrong more often than their order. */
    static Optional<EmbeddedProfile> ofJpeg(JpegFile file) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (ProfileChunk chunk : file.application().profileChunks()) {
            parts.write(file.bytes(), chunk.from(), chunk.to() - chunk.from());
        }
        return of(parts.toByteArray());
    }

    static Optional<EmbeddedProfile> ofPng(PngFile file) {
        if (file.chunk("sRGB").isPresent()) {
            return Optional.empty();
        }
        return file.chunk("iCCP").flatMap(chunk -> of(inflated(file.bytes(), chunk)));
    }

    private static byte[] inflated(byte[] png, PngChunk chunk) {
        int name = chunk.from();
        while (name < chunk.to() && png[name] != 0) {
            name++;
        }
        int from = Math.min(name + 2, chunk.to());
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(png, from, chunk.to() - from);
            byte[] profile = new byte[Math.min(MAX_BYTES, 1040 * (chunk.to() - from) + 1)];
            int length = 0;
            while (length < profile.length) {
                int more = inflater.inflate(profile, length, profile.length - length);
                if (more == 0) {
                    break;
                }
                length += more;
            }
            return inflater.finished() ? java.util.Arrays.copyOf(profile, length) : new byte[0];
        } catch (DataFormatException e) {
            return new byte[0];
        } finally {
            inflater.end();
        }
    }

    private static Optional<EmbeddedProfile> of(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EmbeddedProfile(ICC_Profile.getInstance(bytes)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Converts the samples in place. */
    void toSrgb(PixelGrid grid) {
        try {
            if (grid.bands() == 3 && profile.getColorSpaceType() == ColorSpace.TYPE_RGB && !isSrgb()) {
                convertStrips(grid);
            } else if (grid.bands() == 1 && profile.getColorSpaceType() == ColorSpace.TYPE_GRAY) {
                convertGrey(grid);
            }
        } catch (RuntimeException e) {
            // the colour engine finds faults of a profile during the conversion: the samples stay unchanged
            return;
        }
    }

    /**
     * Converts CMYK samples in place.
     *
     * @param inks four bytes a pixel, 255 for no ink; receives three bytes a pixel, blue first
     * @return false if the profile does not fit; the samples are then unchanged
     */
    boolean cmykToSrgb(byte[] inks, int width, int height) {
        if (profile.getColorSpaceType() != ColorSpace.TYPE_CMYK) {
            return false;
        }
        try {
            convertCmyk(new byte[4], 1); // a damaged profile fails here, before a sample is altered
            byte[] row = new byte[4 * width];
            for (int y = 0; y < height; y++) {
                System.arraycopy(inks, 4 * y * width, row, 0, row.length);
                System.arraycopy(convertCmyk(row, width), 0, inks, 3 * y * width, 3 * width);
            }
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private byte[] convertCmyk(byte[] row, int width) {
        for (int i = 0; i < row.length; i++) {
            row[i] = (byte) ~row[i];
        }
        WritableRaster from = Raster.createInterleavedRaster(
                new DataBufferByte(row, row.length), width, 1, 4 * width, 4, new int[] {0, 1, 2, 3}, null);
        PixelGrid to = PixelGrid.of(width, 1, 3);
        op.filter(from, to.raster(0, 1));
        return to.samples();
    }

    private void convertStrips(PixelGrid grid) {
        int stride = grid.width() * grid.bands();
        PixelGrid copy = PixelGrid.of(grid.width(), STRIP, grid.bands());
        for (int y = 0; y < grid.height(); y += STRIP) {
            int rows = Math.min(STRIP, grid.height() - y);
            System.arraycopy(grid.samples(), y * stride, copy.samples(), 0, rows * stride);
            op.filter(copy.raster(0, rows), grid.raster(y, y + rows));
        }
    }

    private void convertGrey(PixelGrid grid) {
        PixelGrid ramp = PixelGrid.of(256, 1, 1);
        for (int i = 0; i < 256; i++) {
            ramp.samples()[i] = (byte) i;
        }
        PixelGrid converted = PixelGrid.of(256, 1, 3);
        op.filter(ramp.raster(0, 1), converted.raster(0, 1));
        byte[] samples = grid.samples();
        for (int i = 0; i < grid.width() * grid.height(); i++) {
            samples[i] = converted.samples()[3 * (samples[i] & 0xFF) + 1];
        }
    }

    /** Whether the conversion changes no colour noticeably: most profiles are a variant of sRGB. */
    private boolean isSrgb() {
        PixelGrid probe = PixelGrid.of(125, 1, 3);
        for (int i = 0; i < 125; i++) {
            probe.samples()[3 * i] = (byte) (i % 5 * 63);
            probe.samples()[3 * i + 1] = (byte) (i / 5 % 5 * 63);
            probe.samples()[3 * i + 2] = (byte) (i / 25 * 63);
        }
        PixelGrid converted = PixelGrid.of(125, 1, 3);
        op.filter(probe.raster(0, 1), converted.raster(0, 1));
        for (int i = 0; i < 375; i++) {
            if (Math.abs((probe.samples()[i] & 0xFF) - (converted.samples()[i] & 0xFF)) > 2) {
                return false;
            }
        }
        return true;
    }
}
