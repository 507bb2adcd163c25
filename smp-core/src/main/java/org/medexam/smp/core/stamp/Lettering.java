package org.medexam.smp.core.stamp;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;

/**
 * A text as outlines, without AWT's fonts: those need fontconfig and an installed font, which a bare server has not.
 * The outlines come from a resource that holds the glyphs of the watermark alone.
 */
public final class Lettering {

    /** The notice's words for the watermark. */
    public static final String WATERMARK = "仅限医考审核使用";

    private static final String RESOURCE = "lettering.txt";

    private final Path2D outline;
    private final double width;

    private Lettering(Path2D outline, double width) {
        this.outline = outline;
        this.width = width;
    }

    /**
     * @param text one line
     * @throws IllegalArgumentException when the resource lacks one of its characters
     */
    public static Lettering of(String text) {
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyph(Character.toString(character));
            outline.append(glyph.outline().createTransformedShape(AffineTransform.getTranslateInstance(x, 0)), false);
            x += glyph.advance();
        }
        return new Lettering(outline, x);
    }

    /** The outline in em: the text begins at x = 0 and stands on y = 0, y grows downwards. Not to be altered. */
    public Path2D outline() {
        return outline;
    }

    /** Length of the text in em. */
    public double width() {
        return width;
    }

    private record Glyph(double advance, Path2D outline) {}

    private static Glyph glyph(String character) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Lettering.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8))) {
            double unitsPerEm = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                StringTokenizer words = new StringTokenizer(line);
                String name = words.nextToken();
                if (name.equals("unitsPerEm")) {
                    unitsPerEm = Double.parseDouble(words.nextToken());
                } else if (name.equals(character)) {
                    return parsed(words, 1 / unitsPerEm);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the lettering resource cannot be read", e);
        }
        throw new IllegalArgumentException("no outline for " + character);
    }

    private static Glyph parsed(StringTokenizer words, double scale) {
        double advance = scale * Double.parseDouble(words.nextToken());
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        while (words.hasMoreTokens()) {
            switch (words.nextToken()) {
                case "M" -> path.moveTo(x(words, scale), y(words, scale));
                case "L" -> path.lineTo(x(words, scale), y(words, scale));
                case "Q" -> path.quadTo(x(words, scale), y(words, scale), x(words, scale), y(words, scale));
                default -> path.closePath();
            }
        }
        return new Glyph(advance, path);
    }

    private static double x(StringTokenizer words, double scale) {
        return scale * Double.parseDouble(words.nextToken());
    }

    /** In fonts y grows upwards. */
    private static double y(StringTokenizer words, double scale) {
        return -x(words, scale);
    }
}
