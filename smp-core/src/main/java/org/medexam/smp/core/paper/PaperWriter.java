package org.medexam.smp.core.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.medexam.smp.core.paper.PageFlow.Type;

/** Sets a paper and gives the PDF. */
public final class PaperWriter {

    private static final Type TITLE = new Type(18, Paper.Tone.PLAIN, true);
    private static final Type HEADING = new Type(11.5f, Paper.Tone.PLAIN, true);
    private static final float TEXT = 9.5f;
    private static final float CELL = 9f;
    private static final float PADDING = 4;

    /** High enough for a signature. */
    private static final float LINE_TO_FILL_IN = 44;

    private static final float POINTS_A_MILLIMETRE = 72 / 25.4f;

    private final PaperFont letters;
    private final PageFlow sheets;

    private PaperWriter(PaperFont letters, PageFlow sheets) {
        this.letters = letters;
        this.sheets = sheets;
    }

    /** The whole file. */
    public static byte[] pdf(Paper paper) {
        try (PDDocument document = new PDDocument();
                PaperFont letters = new PaperFont(document)) {
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(paper.title());
            document.setDocumentInformation(about);
            document.setDocumentId(0L); // or each run would give the file another name inside
            try (PageFlow sheets = new PageFlow(document, letters)) {
                new PaperWriter(letters, sheets).write(paper);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            document.save(file);
            return file.toByteArray();
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private void write(Paper paper) throws IOException {
        for (String line : letters.lines(paper.title(), TITLE.size(), PageFlow.WIDTH)) {
            float x = PageFlow.MARGIN + (PageFlow.WIDTH - letters.width(line, TITLE.size())) / 2;
            sheets.write(line, x, 0, TITLE);
            sheets.down(PageFlow.leading(TITLE.size()));
        }
        sheets.down(8);
        for (Paper.Block block : paper.blocks()) {
            if (block instanceof Paper.Heading heading) {
                heading(heading);
            } else if (block instanceof Paper.Paragraph paragraph) {
                paragraph(paragraph);
            } else if (block instanceof Paper.Table table) {
                table(table);
            } else if (block instanceof Paper.Code code) {
                code(code);
            } else if (block instanceof Paper.ToFillIn lines) {
                toFillIn(lines);
            }
        }
        sheets.foot(paper.footer());
    }

    private void heading(Paper.Heading heading) throws IOException {
        sheets.need(60); // never alone at the foot of a page
        sheets.down(8);
        running(heading.text(), HEADING);
        sheets.down(3);
    }

    private void paragraph(Paper.Paragraph paragraph) throws IOException {
        running(paragraph.text(), new Type(TEXT, paragraph.tone(), false));
        sheets.down(4);
    }

    private void running(String text, Type type) throws IOException {
        for (String line : letters.lines(text, type.size(), PageFlow.WIDTH)) {
            sheets.need(PageFlow.leading(type.size()));
            sheets.write(line, PageFlow.MARGIN, 0, type);
            sheets.down(PageFlow.leading(type.size()));
        }
    }

    private void table(Paper.Table table) throws IOException {
        List<Float> widths = shares(table.widths());
        Row head = table.head().isEmpty()
                ? null
                : row(table.head().stream().map(Paper.Cell::new).toList(), widths);
        boolean first = true;
        for (List<Paper.Cell> cells : table.rows()) {
            Row row = row(cells, widths);
            float whole = row.height() + (first && head != null ? head.height() : 0);
            if (!first && sheets.left() < row.height() || first && sheets.left() < whole) {
                sheets.need(Math.min(whole, PageFlow.HEIGHT));
                first = true;
            }
            if (first && head != null) {
                sheets.fill(PageFlow.MARGIN, 0, PageFlow.WIDTH, head.height(), 0.93f);
                draw(head, widths, true);
            }
            first = false;
            for (Row part : row.parts(sheets.left())) {
                if (sheets.left() < part.height()) {
                    sheets.turn();
                }
                draw(part, widths, false);
            }
        }
        sheets.down(6);
    }

    private void draw(Row row, List<Float> widths, boolean bold) throws IOException {
        sheets.rule(PageFlow.MARGIN, PageFlow.WIDTH, 0, 0.4f);
        float x = PageFlow.MARGIN;
        for (int column = 0; column < widths.size(); column++) {
            float below = PADDING;
            for (String line : row.lines().get(column)) {
                sheets.write(
                        line, x + PADDING, below, new Type(CELL, row.tones().get(column), bold));
                below += PageFlow.leading(CELL);
            }
            x += widths.get(column);
        }
        sheets.down(row.height());
        sheets.rule(PageFlow.MARGIN, PageFlow.WIDTH, 0, 0.4f);
    }

    private Row row(List<Paper.Cell> cells, List<Float> widths) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        for (int column = 0; column < widths.size(); column++) {
            lines.add(letters.lines(cells.get(column).text(), CELL, widths.get(column) - 2 * PADDING));
        }
        return new Row(lines, cells.stream().map(Paper.Cell::tone).toList());
    }

    /** A row of a table, broken into lines, cell by cell. */
    private record Row(List<List<String>> lines, List<Paper.Tone> tones) {

        float height() {
            int most = lines.stream().mapToInt(List::size).max().orElse(1);
            return most * PageFlow.leading(CELL) + 2 * PADDING;
        }

        /** The row itself, or where it is higher than a page, as much as goes on this one and on each that follows. */
        List<Row> parts(float left) {
            if (height() <= PageFlow.HEIGHT) {
                return List.of(this);
            }
            List<Row> parts = new ArrayList<>();
            int most = lines.stream().mapToInt(List::size).max().orElse(1);
            int from = 0;
            float room = left;
            while (from < most) {
                int to = from + Math.max(1, (int) ((room - 2 * PADDING) / PageFlow.leading(CELL)));
                int begin = from;
                parts.add(new Row(
                        lines.stream()
                                .map(cell -> cell.subList(Math.min(begin, cell.size()), Math.min(to, cell.size())))
                                .toList(),
                        tones));
                from = to;
                room = PageFlow.HEIGHT;
            }
            return parts;
        }
    }

    private static List<Float> shares(List<Integer> widths) {
        float sum = widths.stream().mapToInt(Integer::intValue).sum();
        return widths.stream().map(width -> PageFlow.WIDTH * width / sum).toList();
    }

    private void code(Paper.Code code) throws IOException {
        float side = code.millimetres() * POINTS_A_MILLIMETRE;
        float gap = 12;
        Type type = new Type(TEXT, Paper.Tone.PLAIN, false);
        List<String> words = letters.lines(code.words(), TEXT, PageFlow.WIDTH - side - gap);
        float height = Math.max(side, words.size() * PageFlow.leading(TEXT));
        sheets.need(height);
        sheets.draw(code.code(), PageFlow.MARGIN, side);
        float below = 0;
        for (String line : words) {
            sheets.write(line, PageFlow.MARGIN + side + gap, below, type);
            below += PageFlow.leading(TEXT);
        }
        sheets.down(height + 4);
    }

    private void toFillIn(Paper.ToFillIn lines) throws IOException {
        sheets.need(lines.labels().size() * LINE_TO_FILL_IN);
        Type type = new Type(TEXT, Paper.Tone.PLAIN, false);
        for (List<String> row : lines.labels()) {
            float share = PageFlow.WIDTH / row.size();
            float x = PageFlow.MARGIN;
            for (String label : row) {
                String written = letters.writable(label);
                float used = letters.width(written, TEXT) + 4;
                sheets.write(written, x, LINE_TO_FILL_IN - PageFlow.leading(TEXT), type);
                sheets.rule(x + used, Math.max(0, share - used - 14), LINE_TO_FILL_IN - 2, 0.6f);
                x += share;
            }
            sheets.down(LINE_TO_FILL_IN);
        }
    }
}
