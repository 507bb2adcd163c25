package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The place of one table in a DQT or DHT segment (T.81, B.2.4.1, B.2.4.2).
 *
 * @param kind of a quantization table its precision Pq: 0 for 8 bits, 1 for 16 bits; of a Huffman table its class Tc: 0
 *     for DC, 1 for AC
 * @param destination Tq or Th, 0–3
 * @param from index of the first byte of content in the file
 * @param to index after the last byte of content
 */
public record TableDefinition(int kind, int destination, int from, int to) {

    private static final int MAX_DESTINATION = 3;
    private static final int STEPS = 64;
    private static final int CODE_LENGTHS = 16;

    /**
     * The tables of a DQT segment.
     *
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the segment is not filled by whole tables
     */
    public static List<TableDefinition> quantization(byte[] file, Segment segment) {
        List<TableDefinition> tables = new ArrayList<>();
        SegmentReader reader = segment.reader(file);
        while (reader.remaining() > 0) {
            int head = reader.unsigned8();
            if (head >> 4 > 1 || (head & 0xF) > MAX_DESTINATION) {
                throw JpegErrors.invalid(
                        "quantization table of precision " + (head >> 4) + " for " + (head & 0xF) + " (B.2.4.1)");
            }
            tables.add(definition(head, reader, STEPS * ((head >> 4) + 1)));
        }
        return tables;
    }

    /**
     * The tables of a DHT segment.
     *
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the segment is not filled by whole tables
     */
    public static List<TableDefinition> huffman(byte[] file, Segment segment) {
        List<TableDefinition> tables = new ArrayList<>();
        SegmentReader reader = segment.reader(file);
        while (reader.remaining() > 0) {
            int head = reader.unsigned8();
            if (head >> 4 > 1 || (head & 0xF) > MAX_DESTINATION) {
                throw JpegErrors.invalid(
                        "Huffman table of class " + (head >> 4) + " for " + (head & 0xF) + " (B.2.4.2)");
            }
            int symbols = 0;
            for (int i = 0; i < Math.min(CODE_LENGTHS, reader.remaining()); i++) {
                symbols += file[reader.position() + i] & 0xFF;
            }
            tables.add(definition(head, reader, CODE_LENGTHS + symbols));
        }
        return tables;
    }

    private static TableDefinition definition(int head, SegmentReader reader, int length) {
        int from = reader.position();
        reader.skip(length);
        return new TableDefinition(head >> 4, head & 0xF, from, reader.position());
    }

    /** A reader of the content. */
    public SegmentReader reader(byte[] file) {
        return new SegmentReader(file, "a table", from, to);
    }
}
