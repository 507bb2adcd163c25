package org.medexam.smp.core.stamp;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Makes the lettering resource from Noto Sans SC. Run its main method with the file to write after the text has
 * changed; {@link LetteringSourceTest} fails as long as the resource is not what comes out here.
 */
final class LetteringSource {

    static final String TEXT = "仅限医考审核使用";

    private static final String FONT = "fonts/ttf/NotoSansSC/NotoSansSC-Medium.ttf";

    private LetteringSource() {}

    public static void main(String[] file) throws IOException {
        Files.writeString(Path.of(file[0]), generate());
    }

    static String generate() throws IOException {
        try (InputStream in = LetteringSource.class.getClassLoader().getResourceAsStream(FONT);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            StringBuilder out =
                    new StringBuilder("# Outlines from Noto Sans SC Medium, see OFL.txt. Made by LetteringSource.\n");
            out.append("unitsPerEm ").append(font.getUnitsPerEm()).append('\n');
            for (int character : TEXT.codePoints().toArray()) {
                int glyph = font.getUnicodeCmapLookup().getGlyphId(character);
                out.appendCodePoint(character)
                        .append(' ')
                        .append(font.getAdvanceWidth(glyph))
                        .append(outline(
                                font.getGlyph().getGlyph(glyph).getPath().getPathIterator(null)))
                        .append('\n');
            }
            return out.toString();
        }
    }

    private static StringBuilder outline(PathIterator path) {
        StringBuilder out = new StringBuilder();
        float[] c = new float[6];
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            int numbers = switch (kind) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CLOSE -> 0;
                default -> throw new IllegalStateException("TrueType has no cubic curves");
            };
            out.append(' ').append("MLQ?Z".charAt(kind));
            for (int i = 0; i < numbers; i++) {
                out.append(' ').append(c[i] == Math.rint(c[i]) ? String.valueOf((int) c[i]) : String.valueOf(c[i]));
            }
        }
        return out;
    }
}
