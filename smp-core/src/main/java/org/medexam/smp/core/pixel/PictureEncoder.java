package org.medexam.smp.core.pixel;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
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

    /** As grey or RGB PNG. */
    public static byte[] png(PixelGrid grid) {
        return write("png", grid.image(), PNG_QUALITY);
    }

    /** As indexed PNG, if the picture has no more than 256 colours. */
    public static Optional<byte[]> fewColours(PixelGrid grid) {
        if (grid.bands() == 1) {
            return Optional.empty();
        }
        return Palette.of(grid).map(palette -> {
            IndexColorModel model = palette.model();
            BufferedImage image =
                    new BufferedImage(grid.width(), grid.height(), BufferedImage.TYPE_BYTE_INDEXED, model);
            palette.fill(grid, image);
            return write("png", image, PNG_QUALITY);
        });
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
