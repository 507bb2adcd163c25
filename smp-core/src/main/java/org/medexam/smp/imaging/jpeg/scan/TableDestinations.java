package org.medexam.smp.imaging.jpeg.scan;

import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.Segment;
import org.medexam.smp.imaging.jpeg.TableDefinition;

/** The tables and the restart interval in force at a position of the file (T.81, B.2.4). */
final class TableDestinations {

    private static final int DESTINATIONS = 4;
    /** The largest category of a DC difference at any sample depth. */
    private static final int MAX_CATEGORY = 15;

    private final HuffmanTable[] dc = new HuffmanTable[DESTINATIONS];
    private final HuffmanTable[] ac = new HuffmanTable[DESTINATIONS];
    private final QuantizationTable[] quantization = new QuantizationTable[DESTINATIONS];
    private int restartInterval;

    /** Enters the tables of a DHT segment (B.2.4.2). */
    void defineHuffman(byte[] file, Segment segment) {
        for (TableDefinition definition : TableDefinition.huffman(file, segment)) {
            HuffmanTable table = HuffmanTable.read(definition.reader(file));
            if (definition.kind() == 0) {
                checkCategories(table);
            }
            (definition.kind() == 0 ? dc : ac)[definition.destination()] = table;
        }
    }

    private static void checkCategories(HuffmanTable dc) {
        for (byte symbol : dc.values()) {
            if ((symbol & 0xFF) > MAX_CATEGORY) {
                throw JpegErrors.invalid("a DC table lists the category " + (symbol & 0xFF) + " (F.1.2.1.1)");
            }
        }
    }

    /** Enters the tables of a DQT segment (B.2.4.1). */
    void defineQuantization(byte[] file, Segment segment) {
        for (TableDefinition definition : TableDefinition.quantization(file, segment)) {
            quantization[definition.destination()] =
                    QuantizationTable.read(definition.reader(file), definition.kind() == 1);
        }
    }

    /** Enters the restart interval of a DRI segment (B.2.4.4). */
    void defineRestart(byte[] file, Segment segment) {
        restartInterval = segment.reader(file).unsigned16();
    }

    HuffmanTable dc(int destination) {
        return dc[destination];
    }

    HuffmanTable ac(int destination) {
        return ac[destination];
    }

    QuantizationTable quantization(Component component) {
        QuantizationTable table = quantization[component.quantization()];
        if (table == null) {
            throw JpegErrors.invalid("quantization table " + component.quantization() + " was never defined (B.2.2)");
        }
        return table;
    }

    int restartInterval() {
        return restartInterval;
    }
}
