package org.medexam.smp.bench;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.TexturePaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** What the JDK brings: ImageIO and Graphics2D. */
final class ImageIoPeer extends JvmPeer {

    @Override
    public String name() {
        return "ImageIO + Graphics2D";
    }

    @Override
    public byte[] stamped(Sample sample) {
        try {
            BufferedImage image = opaque(ImageIO.read(new ByteArrayInputStream(sample.bytes())));
            paint(image, sample.tile());
            return write(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JPEG takes neither palettes nor transparency. */
    static BufferedImage opaque(BufferedImage image) {
        boolean plain = image.getType() == BufferedImage.TYPE_3BYTE_BGR
                || image.getType() == BufferedImage.TYPE_INT_RGB
                || image.getType() == BufferedImage.TYPE_BYTE_GRAY;
        if (plain) {
            return image;
        }
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return opaque;
    }

    static void paint(BufferedImage image, BufferedImage tile) {
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new TexturePaint(tile, new Rectangle(0, 0, tile.getWidth(), tile.getHeight())));
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
    }

    private static byte[] write(BufferedImage image) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
