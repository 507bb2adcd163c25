package org.medexam.smp.core.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Lays blocks out from top to bottom over pages. Lengths are points (1/72 inch); y is measured from the foot. */
final class PageFlow implements AutoCloseable {

    static final float MARGIN = 54;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TOP = PDRectangle.A4.getHeight() - MARGIN;
    private static final float FOOT = MARGIN;
    static final float HEIGHT = TOP - FOOT;
    private static final float FOOTER_SIZE = 8;

    /** How far the font reaches above and below its line, in parts of its size. */
    private static final float ASCENT = 0.88f;

    private static final float LEADING = 1.45f;
    private static final float BOLD = 0.035f;

    private final PDDocument document;
    private final PaperFont letters;
    private PDPageContentStream pen;
    private float y;

    PageFlow(PDDocument document, PaperFont letters) throws IOException {
        this.document = document;
        this.letters = letters;
        turn();
    }

    /** A new page. */
    void turn() throws IOException {
        if (pen != null) {
            pen.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pen = new PDPageContentStream(document, page);
        y = TOP;
    }

    static float leading(float size) {
        return size * LEADING;
    }

    /** What is left of this page. */
    float left() {
        return y - FOOT;
    }

    float y() {
        return y;
    }

    /** Goes on to the next page where this much is not left. */
    void need(float height) throws IOException {
        if (left() < height && y < TOP) {
            turn();
        }
    }

    void down(float height) {
        y -= height;
    }

    /** One line of text; its top is the pen's place less {@code below}. */
    void write(String text, float x, float below, Type type) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        float base = y - below - (leading(type.size()) - type.size()) / 2 - ASCENT * type.size();
        write(pen, text, x, base, type);
    }

    private void write(PDPageContentStream where, String text, float x, float base, Type type) throws IOException {
        where.beginText();
        where.setFont(letters.font(), type.size());
        ink(where, type.tone());
        if (type.bold()) {
            where.setRenderingMode(RenderingMode.FILL_STROKE);
            where.setLineWidth(BOLD * type.size());
        } else {
            where.setRenderingMode(RenderingMode.FILL);
        }
        where.newLineAtOffset(x, base);
        where.showText(text);
        where.endText();
    }

    private static void ink(PDPageContentStream where, Paper.Tone tone) throws IOException {
        float[] rgb = switch (tone) {
            case PLAIN -> new float[] {0.09f, 0.11f, 0.14f};
            case QUIET -> new float[] {0.36f, 0.40f, 0.45f};
            case GOOD -> new float[] {0.07f, 0.40f, 0.20f};
            case ADVICE -> new float[] {0.58f, 0.36f, 0f};
            case FAULT -> new float[] {0.70f, 0.10f, 0.08f};
        };
        where.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
        where.setStrokingColor(rgb[0], rgb[1], rgb[2]);
    }

    /** A line from left to right, {@code below} the pen. */
    void rule(float x, float width, float below, float thick) throws IOException {
        fill(x, below, width, thick, 0.62f);
    }

    /** A filled rectangle whose top is {@code below} the pen. */
    void fill(float x, float below, float width, float height, float grey) throws IOException {
        pen.setNonStrokingColor(grey);
        pen.addRect(x, y - below - height, width, height);
        pen.fill();
    }

    /** Dark squares, all as one shape, so that no viewer shows seams between them. */
    void draw(QrCode code, float x, float side) throws IOException {
        float square = side / code.size();
        pen.setNonStrokingColor(0f);
        for (int row = 0; row < code.size(); row++) {
            for (int column = 0; column < code.size(); column++) {
                int end = column;
                while (end < code.size() && code.isDark(end, row)) {
                    end++;
                }
                if (end > column) {
                    pen.addRect(x + column * square, y - (row + 1) * square, (end - column) * square, square);
                    column = end;
                }
            }
        }
        pen.fill();
    }

    /** The foot of every page, once all are there. */
    void foot(String footer) throws IOException {
        pen.close();
        Type type = new Type(FOOTER_SIZE, Paper.Tone.QUIET, false);
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            String number = (i + 1) + " / " + pages;
            float x = MARGIN + WIDTH - letters.width(number, FOOTER_SIZE);
            String line = letters.lines(footer, FOOTER_SIZE, WIDTH * 0.85f).get(0);
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                if (!line.isEmpty()) {
                    write(foot, line, MARGIN, FOOT / 2, type);
                }
                write(foot, number, x, FOOT / 2, type);
            }
        }
    }

    @Override
    public void close() throws IOException {
        pen.close();
    }

    /** @param size points */
    record Type(float size, Paper.Tone tone, boolean bold) {}
}
