package org.medexam.smp.imaging.jpeg.scan;

import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.Scan;
import org.medexam.smp.imaging.jpeg.ScanComponent;

/**
 * A scan with all that its decoder needs.
 *
 * @param header the scan header
 * @param parts its components with their tables
 * @param restartInterval MCUs between restart markers; 0 without
 * @param data its entropy-coded data
 */
public record DecodableScan(Scan header, List<Part> parts, int restartInterval, EntropyCodedData data) {

    /**
     * A component with the tables in force when the scan begins.
     *
     * @param dcTable destination of its DC table Tdⱼ, 0–3
     * @param acTable destination of its AC table Taⱼ, 0–3
     * @param dc the DC table; null if none was defined
     * @param ac the AC table; null if none was defined
     */
    public record Part(Component component, int dcTable, int acTable, HuffmanTable dc, HuffmanTable ac) {}

    private static final int MAX_DESTINATION = 3;
    private static final int MAX_BLOCKS_IN_MCU = 10;

    static DecodableScan of(byte[] file, Scan header, TableDestinations tables) {
        List<Part> parts = new ArrayList<>();
        int previous = -1;
        for (ScanComponent component : header.components()) {
            if (component.component().index() <= previous) {
                throw JpegErrors.invalid("the components of a scan are out of order (B.2.3)");
            }
            previous = component.component().index();
            parts.add(part(component, tables));
        }
        EntropyCodedData data = EntropyCodedData.read(file, header.dataStart(), header.dataEnd());
        if (header.isInterleaved() && header.blocksInMcu() > MAX_BLOCKS_IN_MCU) {
            throw JpegErrors.invalid("an MCU of " + header.blocksInMcu() + " blocks (B.2.3)");
        }
        return new DecodableScan(header, List.copyOf(parts), tables.restartInterval(), data);
    }

    private static Part part(ScanComponent component, TableDestinations tables) {
        int dc = component.dcTable();
        int ac = component.acTable();
        if (dc > MAX_DESTINATION || ac > MAX_DESTINATION) {
            throw JpegErrors.invalid("Huffman table " + Math.max(dc, ac) + " of 0–3 (B.2.3)");
        }
        return new Part(component.component(), dc, ac, tables.dc(dc), tables.ac(ac));
    }

    public int spectralStart() {
        return header.spectralStart();
    }

    public int spectralEnd() {
        return header.spectralEnd();
    }

    /** Bit position of the preceding scan of these coefficients; 0 in their first scan. */
    public int high() {
        return header.high();
    }

    /** Bit position of this scan. */
    public int low() {
        return header.low();
    }

    public boolean isInterleaved() {
        return header.isInterleaved();
    }

    public int mcusAcross(Frame frame) {
        return header.mcusAcross(frame);
    }

    public int mcusDown(Frame frame) {
        return header.mcusDown(frame);
    }
}
