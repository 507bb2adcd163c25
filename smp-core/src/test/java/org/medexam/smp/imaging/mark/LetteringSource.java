package org.medexam.smp.imaging.mark;

import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Generates the lettering resources from Noto Sans SC: the notice's text, and all characters that a district may add to
 * it. Run the main method with the target folder after a change of the text; {@link LetteringSourceTest} fails until the
 * resources match.
 */
final class LetteringSource {

    static final String TEXT = "仅限医考审核使用";

    /** A 250th of an em, half a pixel at the largest size that is stamped. */
    static final int COARSE = 4;

    private static final String FONT = "fonts/ttf/NotoSansSC/NotoSansSC-Medium.ttf";

    private LetteringSource() {}

    public static void main(String[] folder) throws IOException {
        Files.writeString(Path.of(folder[0], "lettering.txt"), generate(TEXT, 1));
        try (OutputStream file = Files.newOutputStream(Path.of(folder[0], "lettering-gb2312.txt.gz"));
                OutputStream out = new GZIPOutputStream(file)) {
            out.write(generate(allCharacters(), COARSE).getBytes(StandardCharsets.UTF_8));
        }
    }

    /** ASCII from space to tilde and every character of GB 2312-80. */
    static String allCharacters() {
        StringBuilder characters = new StringBuilder();
        for (char ascii = ' '; ascii <= '~'; ascii++) {
            characters.append(ascii);
        }
        for (int row = 0xA1; row <= 0xF7; row++) {
            for (int cell = 0xA1; cell <= 0xFE; cell++) {
                String decoded = new String(new byte[] {(byte) row, (byte) cell}, Charset.forName("GB2312"));
                if (decoded.length() == 1 && decoded.charAt(0) != '\uFFFD') {
                    characters.append(decoded);
                }
            }
        }
        return characters.toString();
    }

    /** @param grid units of the font that one step of a coordinate stands for */
    static String generate(String characters, int grid) throws IOException {
        try (InputStream in = LetteringSource.class.getClassLoader().getResourceAsStream(FONT);
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            StringBuilder out =
                    new StringBuilder("# Outlines from Noto Sans SC Medium, see OFL.txt. Made by LetteringSource.\n");
            out.append("unitsPerEm ").append(font.getUnitsPerEm() / grid).append('\n');
            for (int character : characters.codePoints().toArray()) {
                int glyph = font.getUnicodeCmapLookup().getGlyphId(character);
                if (glyph == 0) {
                    throw new IllegalStateException("the font lacks " + Character.toString(character));
                }
                out.append(Integer.toHexString(character))
                        .append(' ')
                        .append(Math.round((float) font.getAdvanceWidth(glyph) / grid));
                if (font.getGlyph().getGlyph(glyph) != null) {
                    out.append(outline(font.getGlyph().getGlyph(glyph).getPath().getPathIterator(null), grid));
                }
                out.append('\n');
            }
            return out.toString();
        }
    }

    /** Points are relative to the preceding one, which makes the file smaller. */
    private static StringBuilder outline(PathIterator path, int grid) {
        StringBuilder out = new StringBuilder();
        float[] c = new float[6];
        int[] last = new int[2];
        for (; !path.isDone(); path.next()) {
            int kind = path.currentSegment(c);
            int numbers = switch (kind) {
                case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
                case PathIterator.SEG_QUADTO -> 4;
                case PathIterator.SEG_CLOSE -> 0;
                default -> throw new IllegalStateException("TrueType has no cubic curves");
            };
            out.append(' ').append("mlq?z".charAt(kind));
            for (int i = 0; i < numbers; i++) {
                int value = Math.round(c[i] / grid);
                out.append(' ').append(value - last[i % 2]);
                last[i % 2] = value;
            }
        }
        return out;
    }
}
