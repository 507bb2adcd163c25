package org.medexam.smp.imaging.jpeg.scan;

import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.SegmentReader;

/**
 * The quantization steps of a component's coefficients (T.81, B.2.4.1).
 *
 * @param steps 64 steps of 1 to 65,535 in zigzag order
 */
public record QuantizationTable(int[] steps) {

    static QuantizationTable read(SegmentReader segment, boolean wide) {
        int[] steps = new int[64];
        for (int k = 0; k < steps.length; k++) {
            steps[k] = wide ? segment.unsigned16() : segment.unsigned8();
            if (steps[k] == 0) {
                throw JpegErrors.invalid("a quantization step is zero (B.2.4.1)");
            }
        }
        return new QuantizationTable(steps);
    }

    /** Whether a step needs sixteen bits. */
    public boolean isWide() {
        for (int step : steps) {
            if (step > 0xFF) {
                return true;
            }
        }
        return false;
    }
}
