package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * The frame header (T.81, B.2.2) and what follows from it.
 *
 * @param coding how the coefficients are coded
 * @param width samples a line, 1–65,535
 * @param height lines, 1–65,535
 * @param components one (grey) or three
 * @param mcusAcross minimum coded units a line of an interleaved scan (A.2.3)
 * @param mcusDown minimum coded units a column of an interleaved scan
 */
public record Frame(Coding coding, int width, int height, List<Component> components, int mcusAcross, int mcusDown) {

    /** The codings whose coefficients are read here. */
    public enum Coding {
        BASELINE,
        EXTENDED,
        PROGRESSIVE
    }

    /** Samples a side of a block. */
    public static final int BLOCK = 8;

    private static final int MAX_FACTOR = 4;
    private static final int MAX_QUANTIZATION_DESTINATION = 3;
    private static final int SAMPLE_BITS = 8;

    static Frame read(int marker, SegmentReader segment) {
        Coding coding = switch (marker) {
            case Marker.SOF0_BASELINE -> Coding.BASELINE;
            case Marker.SOF1_EXTENDED -> Coding.EXTENDED;
            case Marker.SOF2_PROGRESSIVE -> Coding.PROGRESSIVE;
            default ->
                throw new UnsupportedCoding(
                        "lossless, hierarchical or arithmetic coding, SOF" + (marker - Marker.SOF0_BASELINE));
        };
        int precision = segment.unsigned8();
        int height = segment.unsigned16();
        int width = segment.unsigned16();
        int count = segment.unsigned8();
        if (width == 0) {
            throw JpegErrors.invalid("the frame has no width (B.2.2)");
        }
        if (precision != SAMPLE_BITS) {
            throw new UnsupportedCoding("samples of " + precision + " bits");
        }
        if (height == 0) {
            throw new UnsupportedCoding("number of lines told after the first scan (DNL)");
        }
        if (count != 1 && count != 3) {
            throw new UnsupportedCoding(count + " components");
        }
        int[][] parameters = new int[count][];
        for (int i = 0; i < count; i++) {
            int id = segment.unsigned8();
            int factors = segment.unsigned8();
            parameters[i] = new int[] {id, factors >> 4, factors & 0xF, segment.unsigned8()};
        }
        segment.mustEnd();
        return of(coding, width, height, parameters);
    }

    /** @param parameters of each component: identifier, horizontal and vertical factor, quantization destination */
    public static Frame of(Coding coding, int width, int height, int[][] parameters) {
        int widest = 1;
        int tallest = 1;
        for (int[] p : parameters) {
            if (p[1] < 1 || p[1] > MAX_FACTOR || p[2] < 1 || p[2] > MAX_FACTOR) {
                throw JpegErrors.invalid("sampling factor " + p[1] + "×" + p[2] + " (B.2.2)");
            }
            if (p[3] > MAX_QUANTIZATION_DESTINATION) {
                throw JpegErrors.invalid("quantization table " + p[3] + " of 0–3 (B.2.2)");
            }
            widest = Math.max(widest, p[1]);
            tallest = Math.max(tallest, p[2]);
        }
        int mcusAcross = roundUp(width, BLOCK * widest);
        int mcusDown = roundUp(height, BLOCK * tallest);
        List<Component> components = new ArrayList<>();
        for (int[] p : parameters) {
            if (widest % p[1] != 0 || tallest % p[2] != 0) {
                throw new UnsupportedCoding("sampling by a fraction");
            }
            int across = roundUp(roundUp(width * p[1], widest), BLOCK);
            int down = roundUp(roundUp(height * p[2], tallest), BLOCK);
            components.add(new Component(
                    components.size(), p[0], p[1], p[2], p[3], across, down, mcusAcross * p[1], mcusDown * p[2]));
        }
        for (int i = 1; i < components.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (components.get(i).id() == components.get(j).id()) {
                    throw JpegErrors.invalid("two components are called " + parameters[i][0] + " (B.2.2)");
                }
            }
        }
        return new Frame(coding, width, height, List.copyOf(components), mcusAcross, mcusDown);
    }

    private static int roundUp(int value, int unit) {
        return (value + unit - 1) / unit;
    }

    public Component luma() {
        return components.get(0);
    }

    /** All blocks of all components, with those that complete MCUs. */
    public long blocks() {
        long blocks = 0;
        for (Component component : components) {
            blocks += (long) component.paddedAcross() * component.paddedDown();
        }
        return blocks;
    }

    /** The samples across that an MCU covers. */
    public int mcuWidth() {
        return BLOCK * components.stream().mapToInt(Component::horizontal).max().orElseThrow();
    }

    /** The samples down that an MCU covers. */
    public int mcuHeight() {
        return BLOCK * components.stream().mapToInt(Component::vertical).max().orElseThrow();
    }
}
