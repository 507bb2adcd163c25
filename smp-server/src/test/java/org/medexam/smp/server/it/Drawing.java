package org.medexam.smp.server.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Pictures of nobody. The same number is the same picture, byte by byte. */
final class Drawing {

    private Drawing() {}

    static byte[] jpeg(int number) {
        return encoded(number, "jpg");
    }

    static byte[] png(int number) {
        return encoded(number, "png");
    }

    static byte[] gif() {
        return encoded(0, "gif");
    }

    /** A JPEG of exactly so many bytes: what stands behind the end of the picture is no part of it. */
    static byte[] jpegOf(int bytes) {
        byte[] picture = jpeg(1);
        return Arrays.copyOf(picture, bytes);
    }

    private static byte[] encoded(int number, String format) {
        BufferedImage image = new BufferedImage(480, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 480, 320);
        pen.setColor(new Color(40, 90, 160));
        pen.fillOval(20 + number % 20 * 15, 20 + number / 20 * 40, 120, 160);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
