package org.medexam.smp.imaging.mark;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * A text as outlines. AWT fonts need fontconfig and an installed font, which a minimal server lacks. The outlines come
 * from two resources: the notice's eight characters, which suffice for nearly every district, and all of ASCII and GB
 * 2312.
 */
public final class Lettering {

    /** The watermark text of the notice. */
    public static final String WATERMARK = "仅限医考审核使用";

    private static final String NOTICE = "lettering.txt";
    private static final String ALL = "lettering-gb2312.txt.gz";
    private static final String UNITS = "unitsPerEm";

    private final Path2D outline;
    private final double width;

    private Lettering(Path2D outline, double width) {
        this.outline = outline;
        this.width = width;
    }

    /**
     * Creates the outlines of a text.
     *
     * @param text one line, e.g. the notice's words, the district's name and the year
     * @throws IllegalArgumentException if a character is neither in ASCII nor in GB 2312
     */
    public static Lettering of(String text) {
        Map<String, Glyph> glyphs = glyphs(names(text));
        Path2D outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double x = 0;
        for (int character : text.codePoints().toArray()) {
            Glyph glyph = glyphs.get(Integer.toHexString(character));
            if (glyph == null) {
                throw new IllegalArgumentException("no outline for " + Character.toString(character));
            }
            outline.append(glyph.outline().createTransformedShape(AffineTransform.getTranslateInstance(x, 0)), false);
            x += glyph.advance();
        }
        return new Lettering(outline, x);
    }

    /** The characters of a text that have no outline, each once. */
    public static List<String> missing(String text) {
        Set<String> names = names(text);
        Set<String> known = glyphs(names).keySet();
        return names.stream()
                .filter(name -> !known.contains(name))
                .map(name -> Character.toString(Integer.parseInt(name, 16)))
                .toList();
    }

    private static Set<String> names(String text) {
        return text.codePoints().mapToObj(Integer::toHexString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The outline in em: the text begins at x = 0, its baseline is y = 0, y grows downwards. Not to be altered. */
    public Path2D outline() {
        return outline;
    }

    /** Length of the text in em. */
    public double width() {
        return width;
    }

    private record Glyph(double advance, Path2D outline) {}

    /** The available glyphs among the characters, by code point in hexadecimal. */
    private static Map<String, Glyph> glyphs(Set<String> names) {
        try (InputStream notice = Lettering.class.getResourceAsStream(NOTICE)) {
            Map<String, Glyph> glyphs = read(notice, names);
            if (glyphs.size() < names.size()) {
                try (InputStream all = new GZIPInputStream(Lettering.class.getResourceAsStream(ALL))) {
                    glyphs = read(all, names);
                }
            }
            return glyphs;
        } catch (IOException e) {
            throw new UncheckedIOException("a lettering resource cannot be read", e);
        }
    }

    private static Map<String, Glyph> read(InputStream resource, Set<String> names) throws IOException {
        Map<String, Glyph> glyphs = new HashMap<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8));
        double unitsPerEm = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String name = line.substring(0, line.indexOf(' '));
            if (name.equals(UNITS)) {
                unitsPerEm = Double.parseDouble(line.substring(name.length() + 1));
            } else if (names.contains(name)) {
                glyphs.put(name, parse(new StringTokenizer(line.substring(name.length())), 1 / unitsPerEm));
            }
        }
        return glyphs;
    }

    /** Parses a glyph. Points are relative to the preceding one; in fonts y grows upwards. */
    private static Glyph parse(StringTokenizer words, double scale) {
        double advance = scale * Double.parseDouble(words.nextToken());
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        int x = 0;
        int y = 0;
        while (words.hasMoreTokens()) {
            String segment = words.nextToken();
            if (segment.equals("z")) {
                path.closePath();
                continue;
            }
            x += Integer.parseInt(words.nextToken());
            y -= Integer.parseInt(words.nextToken());
            if (segment.equals("m")) {
                path.moveTo(scale * x, scale * y);
            } else if (segment.equals("l")) {
                path.lineTo(scale * x, scale * y);
            } else {
                int controlX = x;
                int controlY = y;
                x += Integer.parseInt(words.nextToken());
                y -= Integer.parseInt(words.nextToken());
                path.quadTo(scale * controlX, scale * controlY, scale * x, scale * y);
            }
        }
        return new Glyph(advance, path);
    }
}
