package org.medexam.smp.core.paper;

import java.io.IOException;
import java.io.InputStream;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font of our papers, Noto Sans SC (SIL Open Font License 1.1): what fits where, and what it cannot write. */
final class PaperFont implements AutoCloseable {

    /** What typesetters put where a letter is missing. */
    private static final int GETA = 0x3013;

    private static final String FILE = "NotoSansSC-Regular.ttf";

    private final TrueTypeFont file;
    private final CmapLookup known;
    private final PDType0Font font;

    PaperFont(PDDocument document) throws IOException {
        try (InputStream in = PaperFont.class.getResourceAsStream(FILE)) {
            file = new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
        known = file.getUnicodeCmapLookup();
        font = PDType0Font.load(document, file, true); // only the letters that are used go into the paper
    }

    PDType0Font font() {
        return font;
    }

    /** @return points */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    /** Lines that are no wider than that, in points. */
    List<String> lines(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\\R", -1)) {
            breakUp(writable(paragraph), size, width, lines);
        }
        return lines;
    }

    /** What the font can write, and nothing that would move the pen. */
    String writable(String text) {
        StringBuilder writable = new StringBuilder();
        text.codePoints()
                .filter(letter -> !Character.isISOControl(letter))
                .map(letter -> known.getGlyphId(letter) == 0 ? GETA : letter)
                .forEach(writable::appendCodePoint);
        return writable.toString();
    }

    private void breakUp(String text, float size, float width, List<String> lines) throws IOException {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            String piece = text.substring(from, to);
            if (width((line + piece).stripTrailing(), size) <= width) {
                line.append(piece);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(cut(piece, size, width, lines));
        }
        lines.add(line.toString().stripTrailing());
    }

    /** A word that is wider than a line is cut where the line ends; gives back what is left of it. */
    private String cut(String word, float size, float width, List<String> lines) throws IOException {
        String left = word;
        while (width(left.stripTrailing(), size) > width) {
            int end = left.offsetByCodePoints(0, 1);
            while (end < left.length() && width(left.substring(0, left.offsetByCodePoints(end, 1)), size) <= width) {
                end = left.offsetByCodePoints(end, 1);
            }
            if (end == left.length()) {
                break; // one letter, wider than the line
            }
            lines.add(left.substring(0, end));
            left = left.substring(end);
        }
        return left;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
