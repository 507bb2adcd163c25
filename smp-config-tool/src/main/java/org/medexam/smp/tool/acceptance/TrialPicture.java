package org.medexam.smp.tool.acceptance;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.medexam.smp.core.picture.PicturePipeline;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.mark.DistrictMark;

/** A drawn page of nobody's, with a remark in its metadata, and how it looks once it is stamped. */
final class TrialPicture {

    /** A comment (T.81, B.2.4.5) that must not be there any more when the picture comes back. */
    private static final byte[] REMARK = "SMP acceptance remark".getBytes(StandardCharsets.US_ASCII);

    private static final int WIDTH = 1200;
    private static final int HEIGHT = 900;
    private static final int PARTS = 3;

    /** What counts as part of a stroke, in levels of 255. */
    private static final int STROKE = 12;

    private final byte[] sent;

    private TrialPicture(byte[] sent) {
        this.sent = sent;
    }

    static TrialPicture drawn() {
        ImageIO.setUseCache(false);
        BufferedImage page = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(244, 246, 240));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(60, 90, 140));
        pen.setStroke(new BasicStroke(10));
        pen.drawRect(40, 40, WIDTH - 80, HEIGHT - 80);
        pen.fillRect(90, 110, 420, 60);
        for (int line = 0; line < 9; line++) {
            pen.fillRect(90, 240 + line * 64, 560 + line % 3 * 140, 14);
        }
        pen.setColor(new Color(180, 40, 50));
        pen.drawOval(880, 560, 190, 190);
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "jpg", jpeg);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
        return new TrialPicture(withRemark(jpeg.toByteArray()));
    }

    private static byte[] withRemark(byte[] jpeg) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int length = REMARK.length + 2;
        whole.write(jpeg, 0, 2);
        whole.writeBytes(new byte[] {(byte) 0xff, (byte) 0xfe, (byte) (length >> 8), (byte) length});
        whole.writeBytes(REMARK);
        whole.write(jpeg, 2, jpeg.length - 2);
        return whole.toByteArray();
    }

    byte[] bytes() {
        return sent.clone();
    }

    /** Whether the remark is still in there. */
    static boolean hasRemark(byte[] picture) {
        return new String(picture, StandardCharsets.ISO_8859_1)
                .contains(new String(REMARK, StandardCharsets.ISO_8859_1));
    }

    /**
     * Whether what came back is this picture with the watermark over all of it: changed where the mark's strokes are,
     * as the mark changes it, and hardly elsewhere; looked at in each ninth of the picture.
     *
     * @param mark that the server was told to use
     */
    boolean isStampedIn(byte[] fetched, DistrictMark mark) {
        BufferedImage was = decoded(sent);
        BufferedImage is = decoded(fetched);
        BufferedImage wanted = decoded(stampedHere(mark));
        if (was == null || is == null || is.getWidth() != WIDTH || is.getHeight() != HEIGHT) {
            return false;
        }
        for (int row = 0; row < PARTS; row++) {
            for (int column = 0; column < PARTS; column++) {
                if (!isStamped(was, is, wanted, column, row)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isStamped(BufferedImage was, BufferedImage is, BufferedImage wanted, int column, int row) {
        double onWanted = 0;
        double onFound = 0;
        double besideFound = 0;
        int on = 0;
        int beside = 0;
        for (int y = HEIGHT * row / PARTS; y < HEIGHT * (row + 1) / PARTS; y++) {
            for (int x = WIDTH * column / PARTS; x < WIDTH * (column + 1) / PARTS; x++) {
                int ground = level(was, x, y);
                int want = level(wanted, x, y) - ground;
                int found = level(is, x, y) - ground;
                if (Math.abs(want) >= STROKE) {
                    on++;
                    onWanted += Math.abs(want);
                    onFound += found * Integer.signum(want);
                } else {
                    beside++;
                    besideFound += Math.abs(found);
                }
            }
        }
        return on > 0 && beside > 0 && onFound > onWanted / 2 && besideFound / beside < onFound / on / 2;
    }

    private static int level(BufferedImage picture, int x, int y) {
        int rgb = picture.getRGB(x, y);
        return ((rgb >> 16 & 0xff) * 3 + (rgb >> 8 & 0xff) * 6 + (rgb & 0xff)) / 10;
    }

    /** As the server stamps it. */
    private byte[] stampedHere(DistrictMark mark) {
        PicturePipeline pictures = new PicturePipeline(PictureLimits.DEFAULT, mark);
        return pictures.stamp(pictures.inspect(sent)).bytes();
    }

    private static BufferedImage decoded(byte[] picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture));
        } catch (IOException none) {
            return null;
        }
    }
}
