package org.medexam.smp.core.pixel;

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

/** Encodes pixels, and nothing but pixels: what comes out carries no metadata. */
public final class PictureEncoder {

    /** Deflate level 6 in the JDK's reckoning, which is 9 × (1 − quality). */
    private static final float PNG_QUALITY = 0.34f;

    private PictureEncoder() {}

    /** @param quality 0..1 */
    public static byte[] jpeg(PixelGrid grid, float quality) {
        return write("jpeg", grid.image(), quality);
    }

    /** As grey or RGB PNG with 8 bits a sample. */
    public static byte[] png(PixelGrid grid) {
        return write("png", grid.image(), PNG_QUALITY);
    }

    /** As indexed PNG, where that is possible and smaller: no more than 16 greys or 256 colours. */
    public static Optional<byte[]> indexedPng(PixelGrid grid) {
        int most = grid.bands() == 1 ? 16 : 256;
        return Palette.of(grid, most).map(palette -> write("png", palette.image(grid), PNG_QUALITY));
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
