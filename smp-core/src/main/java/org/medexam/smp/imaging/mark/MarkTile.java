package org.medexam.smp.imaging.mark;

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
 * The piece of the mark that repeats: slanting rows of the text, as {@link MarkLattice} lays them.
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

    /** Width of the rim in em, and its strength against that of the stroke. */
    private static final double RIM = 0.045;

    private static final double RIM_STRENGTH = 0.45;

    private final MarkLattice lattice;
    private final byte[] mask;
    private final boolean[] inked;

    private MarkTile(MarkLattice lattice, byte[] mask) {
        this.lattice = lattice;
        this.mask = mask;
        this.inked = new boolean[lattice.columns() * lattice.rows()];
        for (int i = 0; i < mask.length; i++) {
            int row = i / width() / MarkLattice.BLOCK;
            inked[row * lattice.columns() + i % width() / MarkLattice.BLOCK] |= mask[i] != 0;
        }
    }

    /** @param em size of the letters in pixels */
    public static MarkTile render(Lettering lettering, int em) {
        MarkLattice lattice = MarkLattice.of(lettering.width(), em);
        int[] strokes = cover(lettering, em, lattice, 0);
        int[] rims = cover(lettering, em, lattice, RIM);
        byte[] mask = new byte[strokes.length];
        for (int i = 0; i < mask.length; i++) {
            double rim = RIM_STRENGTH * Math.max(0, rims[i] - strokes[i]);
            mask[i] = (byte) Math.round((strokes[i] - rim) * FULL / 255);
        }
        return new MarkTile(lattice, mask);
    }

    public MarkLattice lattice() {
        return lattice;
    }

    /** In pixels. */
    public int width() {
        return lattice.columns() * MarkLattice.BLOCK;
    }

    /** In pixels. The next tile below is not right below, but shifted. */
    public int height() {
        return lattice.rows() * MarkLattice.BLOCK;
    }

    /** Whether the mark changes anything in a block of the tile. */
    public boolean isInked(int row, int column) {
        return inked[row * lattice.columns() + column];
    }

    /** Rows of {@link #width()} values, −{@value #FULL}..{@value #FULL}. Not to be altered. */
    public byte[] mask() {
        return mask;
    }

    /** The mask anywhere on the endless pattern, −{@value #FULL}..{@value #FULL}. */
    public int mask(int x, int y) {
        int row = Math.floorDiv(y, MarkLattice.BLOCK);
        int column = Math.floorDiv(x, MarkLattice.BLOCK);
        int tileY = lattice.row(row) * MarkLattice.BLOCK + Math.floorMod(y, MarkLattice.BLOCK);
        int tileX = lattice.column(row, column) * MarkLattice.BLOCK + Math.floorMod(x, MarkLattice.BLOCK);
        return mask[tileY * width() + tileX];
    }

    /**
     * How much of each pixel the text covers, 0..255; with a rim, how much text and rim cover. Filling outlines makes the
     * JDK look for no font: it does so with the first text only.
     */
    private static int[] cover(Lettering lettering, int em, MarkLattice lattice, double rim) {
        int width = lattice.columns() * MarkLattice.BLOCK;
        int height = lattice.rows() * MarkLattice.BLOCK;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        // what leaves the tile at one side enters it at the other
        int around = lattice.text().rows() / lattice.rows() + 1;
        for (int tile = -around; tile <= around; tile++) {
            int shift = Math.floorMod(tile * lattice.shift(), lattice.columns()) * MarkLattice.BLOCK;
            for (int column = -2; column <= 1; column++) {
                draw(graphics, lettering, em, (column + 0.5) * width + shift, (tile + 0.5) * height, rim);
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
        place.rotate(-MarkLattice.SLANT);
        place.scale(em, em);
        place.translate(-bounds.getCenterX(), -bounds.getCenterY());
        Shape text = place.createTransformedShape(lettering.outline());
        if (!text.getBounds2D().intersects(graphics.getDeviceConfiguration().getBounds())) {
            return;
        }
        graphics.fill(text);
        if (rim > 0) {
            graphics.setStroke(new BasicStroke((float) (2 * rim * em), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(text);
        }
    }
}
