package org.medexam.smp.imaging.jpeg.scan;

import java.util.Arrays;
import java.util.List;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;

/**
 * Checks that the scans together code every component, each bit once and in order (T.81, F.1.1.1 for sequential, G.1.1.1
 * for progressive coding).
 */
final class ScanSequence {

    private static final int MAX_POINT_TRANSFORM = 13;
    private static final int NOT_CODED = -1;

    private final Frame frame;
    /** For each coefficient of each component the lowest bit position coded so far. */
    private final int[][] lowestBit;

    private ScanSequence(Frame frame) {
        this.frame = frame;
        this.lowestBit = new int[frame.components().size()][64];
        for (int[] coefficients : lowestBit) {
            Arrays.fill(coefficients, NOT_CODED);
        }
    }

    static void check(Frame frame, List<DecodableScan> scans) {
        ScanSequence sequence = new ScanSequence(frame);
        boolean progressive = frame.progressive();
        for (DecodableScan scan : scans) {
            if (progressive) {
                sequence.addProgressive(scan);
            } else {
                sequence.addSequential(scan);
            }
        }
        sequence.checkComplete();
    }

    private void addSequential(DecodableScan scan) {
        if (scan.spectralStart() != 0 || scan.spectralEnd() != 63 || scan.high() != 0 || scan.low() != 0) {
            throw JpegErrors.invalid("a sequential scan of only some coefficients (B.2.3)");
        }
        for (DecodableScan.Part part : scan.parts()) {
            int[] lowest = lowestBit[part.component().index()];
            if (lowest[0] != NOT_CODED) {
                throw JpegErrors.invalid("a component is sent twice (B.2.3)");
            }
            Arrays.fill(lowest, 0);
            checkDefined(part.dc(), "DC", part.dcTable());
            checkDefined(part.ac(), "AC", part.acTable());
        }
    }

    private void addProgressive(DecodableScan scan) {
        boolean dc = scan.spectralStart() == 0;
        boolean first = scan.high() == 0;
        if (dc ? scan.spectralEnd() != 0 : scan.spectralEnd() < scan.spectralStart() || scan.spectralEnd() > 63) {
            throw JpegErrors.invalid("a scan of the coefficients " + scan.spectralStart() + " to " + scan.spectralEnd()
                    + " (G.1.1.1.1)");
        }
        if (!dc && scan.isInterleaved()) {
            throw JpegErrors.invalid("AC coefficients of several components in one scan (G.1.1.1.1)");
        }
        if (scan.low() > MAX_POINT_TRANSFORM || !first && scan.low() != scan.high() - 1) {
            throw JpegErrors.invalid("a scan from bit " + scan.high() + " to bit " + scan.low() + " (G.1.1.1.2)");
        }
        for (DecodableScan.Part part : scan.parts()) {
            advance(scan, lowestBit[part.component().index()], first);
            if (dc && first) {
                checkDefined(part.dc(), "DC", part.dcTable());
            } else if (!dc) {
                checkDefined(part.ac(), "AC", part.acTable());
            }
        }
    }

    private static void advance(DecodableScan scan, int[] lowest, boolean first) {
        if (scan.spectralStart() > 0 && lowest[0] == NOT_CODED) {
            throw JpegErrors.invalid("AC coefficients before the DC coefficient (G.1.1.1.1)");
        }
        for (int k = scan.spectralStart(); k <= scan.spectralEnd(); k++) {
            if (lowest[k] != (first ? NOT_CODED : scan.high())) {
                throw JpegErrors.invalid("coefficient " + k + " comes again or out of order (G.1.1.1.2)");
            }
            lowest[k] = scan.low();
        }
    }

    private static void checkDefined(HuffmanTable table, String kind, int destination) {
        if (table == null) {
            throw JpegErrors.invalid(kind + " table " + destination + " was never defined (B.2.3)");
        }
    }

    private void checkComplete() {
        for (Component component : frame.components()) {
            int[] lowest = lowestBit[component.index()];
            if (lowest[0] == NOT_CODED) {
                throw JpegErrors.invalid("component " + component.id() + " is never sent (B.2.3)");
            }
            for (int k = 0; k < lowest.length; k++) {
                if (lowest[k] > 0) {
                    throw JpegErrors.invalid("coefficient " + k + " of component " + component.id()
                            + " is never sent to its last bit (G.1.1.1.2)");
                }
            }
        }
    }
}
