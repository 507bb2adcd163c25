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

/** Encodes pixels, and nothing but pixels: what comes out carries no metadata. */
public final class PictureEncoder {

    /** Of full colours, three bytes a pixel: level 4 takes half as long again for a twentieth less. */
    private static final int DEFLATE_LEVEL = 3;

    /** Of a byte a pixel, or less. */
    private static final int INDEXED_LEVEL = 4;

    private PictureEncoder() {}

    /** @param quality 0..1 */
    public static byte[] jpeg(PixelGrid grid, float quality) {
        return write("jpeg", grid.image(), quality);
    }

    /**
     * As grey or RGB PNG with 8 bits a sample.
     *
     * @param limit bytes of a PNG that is still wanted
     * @return nothing where it would be longer
     */
    public static Optional<byte[]> png(PixelGrid grid, int limit) {
        boolean grey = grid.bands() == 1;
        return new PngWriter(grid.width(), grid.height(), DEFLATE_LEVEL)
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
     * As indexed PNG, where that is possible and smaller.
     *
     * @param palette of the picture before it was drawn upon
     * @param alike by so many levels of 255 what was drawn may be of another colour, where the palette is full
     */
    public static Optional<byte[]> indexedPng(PixelGrid grid, Palette palette, int alike) {
        return palette.png(grid, alike, INDEXED_LEVEL);
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
            throw new UncheckedIOException("memory does not fail to be written", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
