package org.medexam.smp.imaging.coefficient;

import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.coefficient.block.ZigZag;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.scan.QuantizationTable;

/**
 * A rotation or reflection of a picture in its coefficients, as {@code jpegtran} performs it: transposition, then
 * mirroring.
 *
 * <p>Mirroring a block changes the sign of its coefficients of odd frequency; transposing a block transposes its
 * coefficients. The transform is lossless as long as no incomplete block moves to the beginning of a row or column.
 *
 * @param transposed whether rows become columns
 * @param mirroredAcross whether left and right are exchanged (after transposing)
 * @param mirroredDown whether top and bottom are exchanged (after transposing)
 */
public record LosslessTransform(boolean transposed, boolean mirroredAcross, boolean mirroredDown) {

    public static final LosslessTransform NONE = new LosslessTransform(false, false, false);

    /** Whether the transform loses no sample of such a picture. */
    public boolean isExact(Frame frame) {
        Frame transformed = apply(frame);
        return (!mirroredAcross || transformed.width() % transformed.mcuWidth() == 0)
                && (!mirroredDown || transformed.height() % transformed.mcuHeight() == 0);
    }

    Frame apply(Frame frame) {
        int[][] parameters = frame.components().stream()
                .map(c -> transposed
                        ? new int[] {c.id(), c.vertical(), c.horizontal(), c.quantization()}
                        : new int[] {c.id(), c.horizontal(), c.vertical(), c.quantization()})
                .toArray(int[][]::new);
        return transposed
                ? Frame.of(frame.coding(), frame.height(), frame.width(), parameters)
                : Frame.of(frame.coding(), frame.width(), frame.height(), parameters);
    }

    QuantizationTable apply(QuantizationTable table) {
        int[] steps = new int[Block.SIZE];
        for (int k = 0; k < steps.length; k++) {
            steps[target(k)] = table.steps()[k];
        }
        return new QuantizationTable(steps);
    }

    Plane apply(Plane plane, Component component) {
        Plane transformed = new Plane(component);
        int[] target = new int[Block.SIZE];
        boolean[] negated = new boolean[Block.SIZE];
        for (int k = 0; k < Block.SIZE; k++) {
            target[k] = target(k);
            int across = ZigZag.column(target[k]);
            int down = ZigZag.row(target[k]);
            negated[k] = (mirroredAcross && (across & 1) != 0) ^ (mirroredDown && (down & 1) != 0);
        }
        for (int row = 0; row < component.paddedDown(); row++) {
            for (int column = 0; column < component.paddedAcross(); column++) {
                int x = mirroredAcross ? component.paddedAcross() - 1 - column : column;
                int y = mirroredDown ? component.paddedDown() - 1 - row : row;
                int from = transposed ? plane.block(x, y) : plane.block(y, x);
                move(plane, from, transformed, transformed.block(row, column), target, negated);
            }
        }
        return transformed;
    }

    private static void move(Plane plane, int from, Plane transformed, int to, int[] target, boolean[] negated) {
        short[] source = plane.values();
        short[] values = transformed.values();
        long nonZero = 0;
        values[to * Block.SIZE] = source[from * Block.SIZE];
        for (long left = plane.nonZeroAc()[from]; left != 0; left &= left - 1) {
            int k = Long.numberOfTrailingZeros(left);
            int value = source[from * Block.SIZE + k];
            values[to * Block.SIZE + target[k]] = (short) (negated[k] ? -value : value);
            nonZero |= 1L << target[k];
        }
        transformed.nonZeroAc()[to] = nonZero;
    }

    private int target(int k) {
        return transposed ? ZigZag.index(ZigZag.column(k), ZigZag.row(k)) : k;
    }
}
