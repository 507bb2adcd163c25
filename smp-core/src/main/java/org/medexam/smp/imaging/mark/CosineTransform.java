package org.medexam.smp.imaging.mark;

import org.medexam.smp.imaging.coefficient.block.ZigZag;

/** The forward DCT of 8 × 8 samples (T.81, A.3.3), without a fast algorithm, since it runs once a tile. */
final class CosineTransform {

    private static final int SIDE = 8;
    /** The exponent of the Gaussian low-pass filter: strokes still look sharp at 100 %. */
    private static final double LOW_PASS = 0.03;

    private final double[][] basis = new double[SIDE][SIDE];

    CosineTransform() {
        for (int u = 0; u < SIDE; u++) {
            double scale = u == 0 ? Math.sqrt(1.0 / SIDE) : Math.sqrt(2.0 / SIDE);
            for (int x = 0; x < SIDE; x++) {
                basis[u][x] = scale * Math.cos((2 * x + 1) * u * Math.PI / (2 * SIDE));
            }
        }
    }

    /** The gain of the low-pass filter for the coefficient with zigzag index k. */
    double lowPassGain(int k) {
        int v = ZigZag.row(k);
        int u = ZigZag.column(k);
        return Math.exp(-LOW_PASS * (u * u + v * v));
    }

    /**
     * Transforms a block.
     *
     * @param samples row by row
     * @return coefficients in zigzag order (figure 5)
     */
    double[] forward(double[] samples) {
        double[] half = new double[SIDE * SIDE];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < SIDE; u++) {
                for (int x = 0; x < SIDE; x++) {
                    half[y * SIDE + u] += basis[u][x] * samples[y * SIDE + x];
                }
            }
        }
        double[] whole = new double[SIDE * SIDE];
        for (int k = 0; k < whole.length; k++) {
            int v = ZigZag.row(k);
            int u = ZigZag.column(k);
            for (int y = 0; y < SIDE; y++) {
                whole[k] += basis[v][y] * half[y * SIDE + u];
            }
        }
        return whole;
    }
}
