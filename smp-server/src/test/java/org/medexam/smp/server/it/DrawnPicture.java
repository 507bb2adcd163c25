package org.medexam.smp.server.it;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that look like nothing and of which no two are alike: shapes and grain drawn from a seed. */
public final class DrawnPicture {

    private DrawnPicture() {}

    /** A JPEG of some 20 to 60 KB, as it is written by {@link ImageIO}. */
    public static byte[] jpeg(long seed) {
        Random random = new Random(seed);
        return jpeg(seed, 320 + random.nextInt(160), 240 + random.nextInt(120));
    }

    /** A JPEG of this size in pixels. */
    public static byte[] jpeg(long seed, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(draw(new Random(seed), width, height), "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static BufferedImage draw(Random random, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int shape = 0; shape < 12; shape++) {
            g.setColor(new Color(random.nextInt(0x1000000)));
            g.fillOval(
                    random.nextInt(width), random.nextInt(height), 20 + random.nextInt(200), 20 + random.nextInt(90));
        }
        g.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, image.getRGB(x, y) ^ random.nextInt(0x20) * 0x010101);
            }
        }
        return image;
    }

    /** The same with a comment (T.81 B.2.4.5) and an EXIF description (TIFF tag 270) right behind its first two bytes. */
    public static byte[] jpegSaying(String words, long seed) {
        byte[] plain = jpeg(seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xE1, exif(words));
        segment(out, 0xFE, words.getBytes(StandardCharsets.US_ASCII));
        out.write(plain, 2, plain.length - 2);
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** {@code Exif\0\0}, a big-endian TIFF header, one directory with one entry, the words behind it. */
    private static byte[] exif(String words) {
        byte[] text = (words + "\0").getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII));
        int[] header = {0, 0, 0, 8, 0, 1, 0x01, 0x0E, 0, 2, 0, 0, 0, text.length, 0, 0, 0, 26, 0, 0, 0, 0};
        for (int value : header) {
            out.write(value);
        }
        out.writeBytes(text);
        return out.toByteArray();
    }

    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
