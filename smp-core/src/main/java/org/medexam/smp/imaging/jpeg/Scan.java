package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * A scan header (T.81, B.2.3) and the position of its entropy-coded data.
 *
 * @param components the components of the scan
 * @param spectralStart first coefficient in zigzag order, Ss
 * @param spectralEnd last coefficient in zigzag order, Se
 * @param high bit position of the preceding scan of these coefficients, Ah; 0 in their first scan
 * @param low bit position of this scan, Al
 * @param dataStart index of the first byte of entropy-coded data in the file
 * @param dataEnd index of the marker that ends the data
 */
public record Scan(
        List<ScanComponent> components,
        int spectralStart,
        int spectralEnd,
        int high,
        int low,
        int dataStart,
        int dataEnd) {

    private static final int LAST_COEFFICIENT = 63;

    public Scan {
        components = List.copyOf(components);
    }

    /**
     * Parses a scan header.
     *
     * @param dataStart index of the first byte after the header
     * @param dataEnd index of the marker that ends the data
     */
    static Scan read(Frame frame, SegmentReader header, int dataStart, int dataEnd) {
        int count = header.unsigned8();
        if (count < 1 || count > frame.components().size()) {
            throw JpegErrors.invalid("a scan of " + count + " components (B.2.3)");
        }
        List<ScanComponent> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            components.add(component(frame, header, components));
        }
        int start = header.unsigned8();
        int end = header.unsigned8();
        int approximation = header.unsigned8();
        header.mustEnd();
        if (frame.progressive()) {
            checkBand(start, end, count);
        }
        return new Scan(components, start, end, approximation >> 4, approximation & 0xF, dataStart, dataEnd);
    }

    private static ScanComponent component(Frame frame, SegmentReader header, List<ScanComponent> before) {
        int id = header.unsigned8();
        Component component = frame.components().stream()
                .filter(c -> c.id() == id)
                .findFirst()
                .orElseThrow(
                        () -> JpegErrors.invalid("a scan of the component " + id + ", which the frame lacks (B.2.3)"));
        if (before.stream().anyMatch(c -> c.component() == component)) {
            throw JpegErrors.invalid("the component " + id + " twice in a scan (B.2.3)");
        }
        int destinations = header.unsigned8();
        return new ScanComponent(component, destinations >> 4, destinations & 0xF);
    }

    private static void checkBand(int start, int end, int components) {
        boolean dc = start == 0 && end == 0;
        boolean ac = start > 0 && end >= start && end <= LAST_COEFFICIENT && components == 1;
        if (!dc && !ac) {
            throw JpegErrors.invalid("a progressive scan of the coefficients " + start + " to " + end + " of "
                    + components + " components (G.1.1.1.1)");
        }
    }

    /** Several components, MCU by MCU; a single component is sent block by block, without padding (A.2.2). */
    public boolean isInterleaved() {
        return components.size() > 1;
    }

    public int blocksInMcu() {
        return isInterleaved()
                ? components.stream()
                        .mapToInt(
                                c -> c.component().horizontal() * c.component().vertical())
                        .sum()
                : 1;
    }

    public int mcusAcross(Frame frame) {
        return isInterleaved()
                ? frame.mcusAcross()
                : components.get(0).component().blocksAcross();
    }

    public int mcusDown(Frame frame) {
        return isInterleaved()
                ? frame.mcusDown()
                : components.get(0).component().blocksDown();
    }

    /** Blocks of the scan that hold samples of the picture. */
    long blocks() {
        return components.stream().mapToLong(c -> c.component().blocks()).sum();
    }

    int dataBytes() {
        return dataEnd - dataStart;
    }
}
