package org.medexam.smp.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/**
 * What stamping did to the picture beside the mark, wherever the mark lies: the mark touches less than a quarter of the
 * blocks of 8 × 8 pixels, so the three quarters that changed least are beside it.
 *
 * @param identical share of all blocks that did not change at all; NaN if the picture is smaller than a block
 * @param psnr peak signal-to-noise ratio of luma over those three quarters, in dB; infinite if they are identical, NaN
 *     if the picture is smaller than a block
 */
record Fidelity(double identical, double psnr) {

    private static final int BLOCK = 8;
    private static final double BESIDE = 0.75;

    static Fidelity of(byte[] before, byte[] after) throws IOException {
        BufferedImage a = ImageIO.read(new ByteArrayInputStream(before));
        BufferedImage b = ImageIO.read(new ByteArrayInputStream(after));
        int columns = a.getWidth() / BLOCK;
        int rows = a.getHeight() / BLOCK;
        if (columns * rows == 0) {
            return new Fidelity(Double.NaN, Double.NaN);
        }
        double[] errors = new double[columns * rows];
        int identical = 0;
        for (int block = 0; block < errors.length; block++) {
            errors[block] = error(a, b, block % columns * BLOCK, block / columns * BLOCK);
            identical += errors[block] == 0 ? 1 : 0;
        }
        Arrays.sort(errors);
        int beside = (int) (BESIDE * errors.length);
        double mean = Arrays.stream(errors, 0, beside).average().orElse(0) / (BLOCK * BLOCK);
        return new Fidelity((double) identical / errors.length, 10 * Math.log10(255 * 255 / mean));
    }

    private static double error(BufferedImage a, BufferedImage b, int left, int top) {
        double sum = 0;
        for (int i = 0; i < BLOCK * BLOCK; i++) {
            double difference = luma(a.getRGB(left + i % BLOCK, top + i / BLOCK))
                    - luma(b.getRGB(left + i % BLOCK, top + i / BLOCK));
            sum += difference * difference;
        }
        return sum;
    }

    private static double luma(int rgb) {
        return 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    }
}
