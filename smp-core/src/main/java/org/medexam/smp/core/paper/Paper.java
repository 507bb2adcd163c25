package org.medexam.smp.core.paper;

import java.util.List;

/**
 * What a paper says, from top to bottom, on as many A4 pages as it takes.
 *
 * @param title at the head of the first page, and the file's title
 * @param footer small, at the foot of every page, before the page's number
 */
public record Paper(String title, String footer, List<Block> blocks) {

    public Paper {
        blocks = List.copyOf(blocks);
    }

    /** How something is meant; never by colour alone, for papers are printed in black. */
    public enum Tone {
        PLAIN,
        QUIET,
        GOOD,
        ADVICE,
        FAULT
    }

    /** A piece that is set below the one before it. */
    public sealed interface Block {}

    /** A line that begins a part of the paper. */
    public record Heading(String text) implements Block {}

    /** Running text, Chinese, English or mixed; a line break in it is one. */
    public record Paragraph(String text, Tone tone) implements Block {

        public Paragraph(String text) {
            this(text, Tone.PLAIN);
        }
    }

    /**
     * @param widths of the columns, as parts of the page's width: they are summed up and shared out
     * @param head the first row, again on each page; empty for a table without
     * @param rows each with one cell for each column
     */
    public record Table(List<Integer> widths, List<String> head, List<List<Cell>> rows) implements Block {

        public Table {
            widths = List.copyOf(widths);
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
            int columns = widths.size();
            if (!head.isEmpty() && head.size() != columns || rows.stream().anyMatch(row -> row.size() != columns)) {
                throw new IllegalArgumentException("every row has a cell for each of " + columns + " columns");
            }
        }
    }

    public record Cell(String text, Tone tone) {

        public Cell(String text) {
            this(text, Tone.PLAIN);
        }
    }

    /**
     * A code to be scanned, with words beside it.
     *
     * @param millimetres the side of the square, with the quiet zone around it
     */
    public record Code(QrCode code, int millimetres, String words) implements Block {}

    /**
     * Lines to be filled in by hand, all of them on one page.
     *
     * @param labels row by row; those of a row stand side by side
     */
    public record ToFillIn(List<List<String>> labels) implements Block {

        public ToFillIn {
            labels = labels.stream().map(List::copyOf).toList();
        }
    }
}
