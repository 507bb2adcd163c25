package org.medexam.smp.core.stamp;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * The mark as a tile which repeats without a seam: slanting rows of the text, each row shifted against the next. Both
 * sides are multiples of 16, so that the tile repeats on the grid of a JPEG's blocks as well.
 *
 * <p>The mask is signed: {@value #FULL} where a stroke covers a pixel wholly, 0 where the mark leaves it alone, negative
 * in the thin rim around the strokes that is to be lighter where the stroke is darker.
 */
public final class MarkTile {

    /**
     * Mask value of a pixel that a stroke covers wholly. The eye sees no finer steps at the edges of the strokes, and a
     * PNG with fewer colours is much smaller.
     */
    public static final int FULL = 8;

    private static final int GRID = 16;
    static final double SLANT = Math.toRadians(30);

    /** Between the end of the text and its next beginning, in em. */
    private static final double GAP = 2;

    /**
     * Four copies lie on the tile's falling diagonal, a quarter of it apart. The rising diagonal through every second one
     * is a row of text; the rows between are shifted by half of that, so that no line through the picture, however it
     * runs, passes between the copies.
     */
    private static final int COPIES = 4;

    /** Width of the rim in em, and its strength against that of the stroke. */
    private static final double RIM = 0.045;

    private static final double RIM_STRENGTH = 0.45;

    private final int width;
    private final int height;
    private final byte[] mask;

    private MarkTile(int width, int height, byte[] mask) {
        this.width = width;
        this.height = height;
        this.mask = mask;
    }

    /** @param em size of the letters in pixels */
    public static MarkTile render(Lettering lettering, int em) {
        double pitch = (lettering.width() + GAP) * em;
        int width = onGrid(2 * pitch * Math.cos(SLANT));
        int height = onGrid(2 * pitch * Math.sin(SLANT));
        int[] strokes = cover(lettering, em, width, height, 0);
        int[] rims = cover(lettering, em, width, height, RIM);
        byte[] mask = new byte[width * height];
        for (int i = 0; i < mask.length; i++) {
            double rim = RIM_STRENGTH * Math.max(0, rims[i] - strokes[i]);
            mask[i] = (byte) Math.round((strokes[i] - rim) * FULL / 255);
        }
        return new MarkTile(width, height, mask);
    }

    private static int onGrid(double pixels) {
        return Math.max(1, (int) Math.round(pixels / GRID)) * GRID;
    }

    /** Width in pixels, a multiple of 16. */
    public int width() {
        return width;
    }

    /** Height in pixels, a multiple of 16. */
    public int height() {
        return height;
    }

    /** Rows of {@link #width()} values, −{@value #FULL}..{@value #FULL}. Not to be altered. */
    public byte[] mask() {
        return mask;
    }

    /** Column at which a copy of the text has its middle. */
    public int middleX() {
        return width / 2;
    }

    /** Row at which that copy has its middle. */
    public int middleY() {
        return height / 2;
    }

    /**
     * How much of each pixel the text covers, 0..255; with a rim, how much text and rim cover. Filling outlines makes the
     * JDK look for no font: it does so with the first text only.
     */
    private static int[] cover(Lettering lettering, int em, int width, int height, double rim) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        for (int copy = 0; copy < COPIES; copy++) {
            // what leaves the tile on one side enters it on the other
            for (int column = -1; column <= 1; column++) {
                for (int row = -1; row <= 1; row++) {
                    double x = width / 2.0 + width * ((double) copy / COPIES + column);
                    double y = height / 2.0 + height * ((double) copy / COPIES + row);
                    draw(graphics, lettering, em, x, y, rim);
                }
            }
        }
        graphics.dispose();
        byte[] covered = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int[] cover = new int[covered.length];
        for (int i = 0; i < cover.length; i++) {
            cover[i] = covered[i] & 0xFF;
        }
        return cover;
    }

    private static void draw(Graphics2D graphics, Lettering lettering, int em, double x, double y, double rim) {
        Rectangle2D bounds = lettering.outline().getBounds2D();
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.rotate(-SLANT);
        place.scale(em, em);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        Shape text = place.createTransformedShape(lettering.outline());
        if (!text.intersects(graphics.getDeviceConfiguration().getBounds())) {
            return;
        }
        graphics.fill(text);
        if (rim > 0) {
            graphics.setStroke(new BasicStroke((float) (2 * rim * em), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(text);
        }
    }
}
