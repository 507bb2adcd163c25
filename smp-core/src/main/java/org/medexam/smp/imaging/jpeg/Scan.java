package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * One scan: its header (T.81, B.2.3), the tables in force, its data.
 *
 * @param parts the components that it carries
 * @param spectralStart first coefficient in zigzag order, Ss
 * @param spectralEnd last coefficient in zigzag order, Se
 * @param high the bit position that was sent before, Ah; 0 in a first scan
 * @param low the bit position that is sent now, Al
 * @param restartInterval MCUs between restart markers; 0 without
 * @param data its entropy-coded segments
 */
public record Scan(
        List<Part> parts,
        int spectralStart,
        int spectralEnd,
        int high,
        int low,
        int restartInterval,
        EntropyCodedData data) {

    /**
     * A component in a scan.
     *
     * @param component which
     * @param dcTable destination of its DC table Tdⱼ, 0–3
     * @param acTable destination of its AC table Taⱼ, 0–3
     * @param dc the table there when the scan begins; null when none was defined
     * @param ac the table there when the scan begins; null when none was defined
     */
    public record Part(Component component, int dcTable, int acTable, HuffmanTable dc, HuffmanTable ac) {}

    private static final int MAX_DESTINATION = 3;
    private static final int MAX_BLOCKS_IN_MCU = 10;

    static Scan read(byte[] file, SegmentReader segment, Frame frame, Tables tables) {
        int count = segment.unsigned8();
        if (count < 1 || count > frame.components().size()) {
            throw JpegErrors.invalid("a scan of " + count + " components (B.2.3)");
        }
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = segment.unsigned8();
            int destinations = segment.unsigned8();
            Component component = frame.components().stream()
                    .filter(c -> c.id() == id)
                    .findFirst()
                    .orElseThrow(
                            () -> JpegErrors.invalid("a scan of the component " + id + " that is not there (B.2.3)"));
            if (!parts.isEmpty() && parts.get(i - 1).component().index() >= component.index()) {
                throw JpegErrors.invalid("the components of a scan are out of order (B.2.3)");
            }
            parts.add(part(component, destinations >> 4, destinations & 0xF, tables));
        }
        int start = segment.unsigned8();
        int end = segment.unsigned8();
        int approximation = segment.unsigned8();
        segment.mustEnd();
        Scan scan = new Scan(
                List.copyOf(parts),
                start,
                end,
                approximation >> 4,
                approximation & 0xF,
                tables.restartInterval(),
                EntropyCodedData.read(file, segment.end()));
        if (scan.isInterleaved() && scan.blocksInMcu() > MAX_BLOCKS_IN_MCU) {
            throw JpegErrors.invalid("an MCU of " + scan.blocksInMcu() + " blocks (B.2.3)");
        }
        return scan;
    }

    private static Part part(Component component, int dc, int ac, Tables tables) {
        if (dc > MAX_DESTINATION || ac > MAX_DESTINATION) {
            throw JpegErrors.invalid("Huffman table " + Math.max(dc, ac) + " of 0–3 (B.2.3)");
        }
        return new Part(component, dc, ac, tables.dc(dc), tables.ac(ac));
    }

    /** Several components, MCU by MCU; one component alone is sent block by block, without padding (A.2.2). */
    public boolean isInterleaved() {
        return parts.size() > 1;
    }

    public int blocksInMcu() {
        return isInterleaved()
                ? parts.stream()
                        .mapToInt(
                                p -> p.component().horizontal() * p.component().vertical())
                        .sum()
                : 1;
    }

    public int mcusAcross(Frame frame) {
        return isInterleaved() ? frame.mcusAcross() : parts.get(0).component().blocksAcross();
    }

    public int mcusDown(Frame frame) {
        return isInterleaved() ? frame.mcusDown() : parts.get(0).component().blocksDown();
    }

    /** Blocks that the scan visits. */
    public long blocks(Frame frame) {
        return (long) mcusAcross(frame) * mcusDown(frame) * blocksInMcu();
    }
}
