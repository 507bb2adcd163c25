package org.medexam.smp.imaging.jpeg.scan;

import java.util.Arrays;
import java.util.List;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;

/**
 * Whether the scans together send every component, each bit once and in order (T.81, F.1.1.1 for sequential, G.1.1.1
 * for progressive coding), and whether they are worth their bytes.
 */
final class ScanSequence {

    private static final int MAX_POINT_TRANSFORM = 13;
    private static final int NOT_SENT = -1;

    private final Frame frame;
    /** Of each component's coefficients the lowest bit position sent so far. */
    private final int[][] sentDownTo;

    private ScanSequence(Frame frame) {
        this.frame = frame;
        this.sentDownTo = new int[frame.components().size()][64];
        for (int[] coefficients : sentDownTo) {
            Arrays.fill(coefficients, NOT_SENT);
        }
    }

    static void check(Frame frame, List<DecodableScan> scans) {
        ScanSequence progress = new ScanSequence(frame);
        boolean progressive = frame.coding() == Frame.Coding.PROGRESSIVE;
        for (DecodableScan scan : scans) {
            if (progressive) {
                progress.progressive(scan);
            } else {
                progress.sequential(scan);
            }
        }
        progress.mustBeComplete();
    }

    private void sequential(DecodableScan scan) {
        if (scan.spectralStart() != 0 || scan.spectralEnd() != 63 || scan.high() != 0 || scan.low() != 0) {
            throw JpegErrors.invalid("a sequential scan of only some coefficients (B.2.3)");
        }
        for (DecodableScan.Part part : scan.parts()) {
            int[] sent = sentDownTo[part.component().index()];
            if (sent[0] != NOT_SENT) {
                throw JpegErrors.invalid("a component is sent twice (B.2.3)");
            }
            Arrays.fill(sent, 0);
            mustBeThere(part.dc(), "DC", part.dcTable());
            mustBeThere(part.ac(), "AC", part.acTable());
        }
    }

    private void progressive(DecodableScan scan) {
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
            advance(scan, sentDownTo[part.component().index()], first);
            if (dc && first) {
                mustBeThere(part.dc(), "DC", part.dcTable());
            } else if (!dc) {
                mustBeThere(part.ac(), "AC", part.acTable());
            }
        }
    }

    private static void advance(DecodableScan scan, int[] sent, boolean first) {
        if (scan.spectralStart() > 0 && sent[0] == NOT_SENT) {
            throw JpegErrors.invalid("AC coefficients before the DC coefficient (G.1.1.1.1)");
        }
        for (int k = scan.spectralStart(); k <= scan.spectralEnd(); k++) {
            if (sent[k] != (first ? NOT_SENT : scan.high())) {
                throw JpegErrors.invalid("coefficient " + k + " comes again or out of order (G.1.1.1.2)");
            }
            sent[k] = scan.low();
        }
    }

    private static void mustBeThere(HuffmanTable table, String kind, int destination) {
        if (table == null) {
            throw JpegErrors.invalid(kind + " table " + destination + " was never defined (B.2.3)");
        }
    }

    private void mustBeComplete() {
        for (Component component : frame.components()) {
            int[] sent = sentDownTo[component.index()];
            if (sent[0] == NOT_SENT) {
                throw JpegErrors.invalid("component " + component.id() + " is never sent (B.2.3)");
            }
            for (int k = 0; k < sent.length; k++) {
                if (sent[k] > 0) {
                    throw JpegErrors.invalid("coefficient " + k + " of component " + component.id()
                            + " is never sent to its last bit (G.1.1.1.2)");
                }
            }
        }
    }
}
