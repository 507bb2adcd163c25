package org.medexam.smp.tool.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Something that looks like a diploma from across the room: a frame, a portrait, lines, a seal; without a letter. */
final class DemoPicture {

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 840;
    private static final Color PAPER = new Color(250, 246, 232);
    private static final Color FRAME = new Color(176, 141, 74);
    private static final Color INK = new Color(70, 66, 60);
    private static final Color SEAL = new Color(196, 30, 38);

    private DemoPicture() {}

    static byte[] jpeg() throws IOException {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        paper(pen);
        portrait(pen);
        lines(pen);
        seal(pen);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static void paper(Graphics2D pen) {
        pen.setColor(PAPER);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(FRAME);
        pen.setStroke(new BasicStroke(14));
        pen.drawRect(30, 30, WIDTH - 60, HEIGHT - 60);
        pen.setStroke(new BasicStroke(3));
        pen.drawRect(54, 54, WIDTH - 108, HEIGHT - 108);
    }

    private static void portrait(Graphics2D pen) {
        pen.setColor(new Color(120, 160, 205));
        pen.fillRect(110, 250, 210, 290);
        pen.setColor(new Color(222, 190, 165));
        pen.fillOval(165, 300, 100, 124);
        pen.setColor(new Color(52, 58, 70));
        pen.fillArc(130, 430, 170, 220, 0, 180);
    }

    private static void lines(Graphics2D pen) {
        pen.setColor(INK);
        pen.fillRect(400, 130, 400, 46);
        for (int line = 0; line < 7; line++) {
            int length = line == 6 ? 320 : 690 - line % 3 * 40;
            pen.fillRect(390, 270 + line * 54, length, 12);
        }
    }

    private static void seal(Graphics2D pen) {
        pen.setColor(SEAL);
        pen.setStroke(new BasicStroke(9));
        pen.drawOval(880, 570, 190, 190);
        Polygon star = new Polygon();
        for (int corner = 0; corner < 10; corner++) {
            double radius = corner % 2 == 0 ? 52 : 20;
            double angle = Math.PI / 5 * corner - Math.PI / 2;
            star.addPoint((int) (975 + radius * Math.cos(angle)), (int) (665 + radius * Math.sin(angle)));
        }
        pen.fillPolygon(star);
    }
}
