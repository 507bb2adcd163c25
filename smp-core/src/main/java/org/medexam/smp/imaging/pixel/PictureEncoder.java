package org.medexam.smp.imaging.pixel;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.medexam.smp.imaging.png.PngWriter;

/** Encodes pixels without any metadata. */
public final class PictureEncoder {

    /** For three bytes a pixel; level 4 takes 1.5 times as long for 5 % less output. */
    private static final int RGB_LEVEL = 3;

    /** For a byte a pixel, or less. */
    private static final int INDEXED_LEVEL = 4;

    private PictureEncoder() {}

    /** Encodes a JPEG of a quality of 0–1. */
    public static byte[] jpeg(PixelGrid grid, float quality) {
        return write("jpeg", grid.image(), quality);
    }

    /**
     * Encodes a grey or RGB PNG with 8 bits a sample.
     *
     * @param limit maximal length of the deflated data in bytes
     * @return empty if the data would be longer
     */
    public static Optional<byte[]> png(PixelGrid grid, int limit) {
        boolean grey = grid.bands() == 1;
        return new PngWriter(grid.width(), grid.height(), RGB_LEVEL)
                .write(
                        grey ? PngWriter.GREY : PngWriter.RGB,
                        8,
                        grid.width() * grid.bands(),
                        new byte[0],
                        grey
                                ? (y, into, from) -> grey(grid, y, into, from)
                                : (y, into, from) -> rgb(grid, y, into, from),
                        limit);
    }

    private static void grey(PixelGrid grid, int y, byte[] into, int from) {
        System.arraycopy(grid.samples(), y * grid.width(), into, from, grid.width());
    }

    private static void rgb(PixelGrid grid, int y, byte[] into, int from) {
        byte[] samples = grid.samples();
        int at = y * grid.width() * 3;
        for (int i = 0; i < grid.width() * 3; i += 3) {
            into[from + i] = samples[at + i + 2];
            into[from + i + 1] = samples[at + i + 1];
            into[from + i + 2] = samples[at + i];
        }
    }

    /**
     * Encodes an indexed PNG.
     *
     * @param palette the colours of the picture before drawing
     * @param tolerance by how many levels of 255 drawn colours may differ, if the palette is full
     * @return empty if the colours do not fit, or if an indexed PNG would not be smaller
     */
    public static Optional<byte[]> indexedPng(PixelGrid grid, Palette palette, int tolerance) {
        return palette.png(grid, tolerance, INDEXED_LEVEL);
    }

    private static byte[] write(String format, BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
