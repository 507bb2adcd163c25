package org.medexam.smp.imaging.jpeg;

/** The tables and the restart interval in force at one place of the file (T.81, B.2.4). */
final class Tables {

    private static final int DESTINATIONS = 4;
    /** Of DC differences, for whatever depth of samples. */
    private static final int MAX_CATEGORY = 15;

    private final HuffmanTable[] dc = new HuffmanTable[DESTINATIONS];
    private final HuffmanTable[] ac = new HuffmanTable[DESTINATIONS];
    private final QuantizationTable[] quantization = new QuantizationTable[DESTINATIONS];
    private int restartInterval;

    /** DHT, B.2.4.2. */
    void defineHuffman(SegmentReader segment) {
        while (segment.remaining() > 0) {
            int head = segment.unsigned8();
            int kind = head >> 4;
            int destination = head & 0xF;
            if (kind > 1 || destination >= DESTINATIONS) {
                throw JpegErrors.invalid("Huffman table of class " + kind + " for " + destination + " (B.2.4.2)");
            }
            HuffmanTable table = HuffmanTable.read(segment);
            if (kind == 0) {
                mustListCategories(table);
            }
            (kind == 0 ? dc : ac)[destination] = table;
        }
    }

    private static void mustListCategories(HuffmanTable dc) {
        for (byte symbol : dc.values()) {
            if ((symbol & 0xFF) > MAX_CATEGORY) {
                throw JpegErrors.invalid("a DC table lists the category " + (symbol & 0xFF) + " (F.1.2.1.1)");
            }
        }
    }

    /** DQT, B.2.4.1. */
    void defineQuantization(SegmentReader segment, boolean scansBegan) {
        while (segment.remaining() > 0) {
            int head = segment.unsigned8();
            int precision = head >> 4;
            int destination = head & 0xF;
            if (precision > 1 || destination >= DESTINATIONS) {
                throw JpegErrors.invalid(
                        "quantization table of precision " + precision + " for " + destination + " (B.2.4.1)");
            }
            if (scansBegan) {
                throw new UnsupportedCoding("quantization changes between scans");
            }
            quantization[destination] = QuantizationTable.read(segment, precision == 1);
        }
    }

    /** DRI, B.2.4.4. */
    void defineRestart(SegmentReader segment) {
        restartInterval = segment.unsigned16();
        segment.mustEnd();
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
