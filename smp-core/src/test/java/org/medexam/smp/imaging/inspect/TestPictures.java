package org.medexam.smp.imaging.inspect;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Generated test pictures. */
public final class TestPictures {

    /** Top left, top right, bottom left, bottom right of {@link #quadrants}. */
    public static final List<Color> QUADRANTS =
            List.of(new Color(220, 30, 30), new Color(30, 160, 40), new Color(40, 50, 200), new Color(240, 220, 40));

    private TestPictures() {}

    /** A quarter of the picture for each colour. */
    public static BufferedImage quadrants(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(
                        x,
                        y,
                        QUADRANTS.get((y * 2 / height) * 2 + x * 2 / width).getRGB());
            }
        }
        return image;
    }

    /** One colour. */
    public static BufferedImage plain(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** A made-up certificate: frame, seal, lines where the writing would be. */
    public static BufferedImage certificate(int width, int height) {
        BufferedImage image = plain(width, height, new Color(250, 246, 232));
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(170, 30, 40));
        graphics.fillRect(0, 0, width, height / 12);
        graphics.fillOval(width * 3 / 5, height * 3 / 5, height / 4, height / 4);
        graphics.setColor(new Color(40, 40, 40));
        for (int line = 0; line < 12; line++) {
            int y = height / 6 + line * height / 16;
            for (int word = 0; word < 9; word++) {
                graphics.fillRect(width / 10 + word * width / 12, y, width / 16 - (line * word) % 17, height / 60 + 1);
            }
        }
        graphics.dispose();
        return image;
    }

    /** A picture as a phone sends it: a certificate as JPEG. */
    public static byte[] photo(int width, int height) {
        return TestJpeg.of(certificate(width, height)).bytes();
    }

    /** A picture as a scanner sends it: 8-bit RGB PNG. */
    public static byte[] scan(int width, int height) {
        BufferedImage image = certificate(width, height);
        return TestPng.of(width, height, 2, 8)
                .samples((x, y, c) -> image.getRGB(x, y) >> 16 - 8 * c & 0xFF)
                .bytes();
    }
}
