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
 * The mask of a tile of the mark: slanted rows of text on a {@link MarkLattice}.
 *
 * <p>Values are signed: {@value #FULL} for a pixel that a stroke covers completely, 0 for an unmarked pixel, negative in
 * the thin rim around the strokes, which gets lighter where the stroke gets darker.
 */
public final class MarkTile {

    /**
     * The value of a completely covered pixel. Finer steps at the edges of strokes are invisible, and a PNG with fewer
     * colours is much smaller.
     */
    public static final int FULL = 8;

    /** Width of the rim in em, and its strength relative to the stroke. */
    private static final double RIM = 0.045;

    private static final double RIM_STRENGTH = 0.45;

    private final MarkLattice lattice;
    private final byte[] mask;
    private final boolean[] marked;

    private MarkTile(MarkLattice lattice, byte[] mask) {
        this.lattice = lattice;
        this.mask = mask;
        this.marked = new boolean[lattice.columns() * lattice.rows()];
        for (int i = 0; i < mask.length; i++) {
            int row = i / width() / MarkLattice.BLOCK;
            marked[row * lattice.columns() + i % width() / MarkLattice.BLOCK] |= mask[i] != 0;
        }
    }

    /** Renders a tile with a font size in pixels. */
    public static MarkTile render(Lettering lettering, int em) {
        MarkLattice lattice = MarkLattice.of(lettering.width(), em);
        int[] strokes = coverage(lettering, em, lattice, 0);
        int[] rims = coverage(lettering, em, lattice, RIM);
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

    /** Width in pixels. */
    public int width() {
        return lattice.columns() * MarkLattice.BLOCK;
    }

    /** Height in pixels; the next tile below is shifted. */
    public int height() {
        return lattice.rows() * MarkLattice.BLOCK;
    }

    /** Whether a block of the tile has a marked pixel. */
    public boolean isMarked(int row, int column) {
        return marked[row * lattice.columns() + column];
    }

    /** Rows of {@link #width()} values from −{@value #FULL} to {@value #FULL}. Not to be altered. */
    public byte[] mask() {
        return mask;
    }

    /** The value at any pixel of the infinite pattern. */
    public int mask(int x, int y) {
        int row = Math.floorDiv(y, MarkLattice.BLOCK);
        int column = Math.floorDiv(x, MarkLattice.BLOCK);
        int tileY = lattice.row(row) * MarkLattice.BLOCK + Math.floorMod(y, MarkLattice.BLOCK);
        int tileX = lattice.column(row, column) * MarkLattice.BLOCK + Math.floorMod(x, MarkLattice.BLOCK);
        return mask[tileY * width() + tileX];
    }

    /**
     * The coverage of each pixel by the text and a rim around it, 0–255. Filling outlines does not make the JDK load fonts.
     */
    private static int[] coverage(Lettering lettering, int em, MarkLattice lattice, double rim) {
        int width = lattice.columns() * MarkLattice.BLOCK;
        int height = lattice.rows() * MarkLattice.BLOCK;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        // a copy that exceeds the tile at one side enters it at the other
        int around = lattice.text().rows() / lattice.rows() + 1;
        for (int tile = -around; tile <= around; tile++) {
            int shift = Math.floorMod(tile * lattice.shift(), lattice.columns()) * MarkLattice.BLOCK;
            for (int column = -2; column <= 1; column++) {
                draw(graphics, lettering, em, (column + 0.5) * width + shift, (tile + 0.5) * height, rim);
            }
        }
        graphics.dispose();
        byte[] covered = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        int[] coverage = new int[covered.length];
        for (int i = 0; i < coverage.length; i++) {
            coverage[i] = covered[i] & 0xFF;
        }
        return coverage;
    }

    private static void draw(Graphics2D graphics, Lettering lettering, int em, double x, double y, double rim) {
        Rectangle2D bounds = lettering.outline().getBounds2D();
        AffineTransform transform = AffineTransform.getTranslateInstance(x, y);
        transform.rotate(-MarkLattice.SLANT);
        transform.scale(em, em);
        transform.translate(-bounds.getCenterX(), -bounds.getCenterY());
        Shape text = transform.createTransformedShape(lettering.outline());
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
