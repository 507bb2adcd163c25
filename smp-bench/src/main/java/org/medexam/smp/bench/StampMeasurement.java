package org.medexam.smp.bench;

import java.util.Arrays;

/**
 * What one peer took for one kind of pictures.
 *
 * @param peer its name
 * @param cpu milliseconds of processor time a picture, of each round
 * @param in bytes of all pictures as they came
 * @param out as they went
 * @param psnr mean over the pictures, in dB
 * @param identical mean share of unchanged blocks
 */
record StampMeasurement(String peer, double[] cpu, long in, long out, double psnr, double identical) {

    /** @param part 0.5 is the median */
    static double quantile(double[] values, double part) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    double growth() {
        return (double) out / in;
    }

    double median() {
        return quantile(cpu, 0.5);
    }

    /** By how many times this peer took longer, round by round. */
    double[] times(StampMeasurement other) {
        double[] ratios = new double[cpu.length];
        for (int i = 0; i < cpu.length; i++) {
            ratios[i] = cpu[i] / other.cpu[i];
        }
        return ratios;
    }
}
