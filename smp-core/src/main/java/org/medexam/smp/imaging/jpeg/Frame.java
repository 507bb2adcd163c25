package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.List;

/**
 * A frame header (T.81, B.2.2), with the extents computed from it.
 *
 * @param coding the coding process
 * @param width samples a line, 1–65,535
 * @param height lines, 1–65,535
 * @param components one (grey), three, or four (CMYK, YCCK)
 * @param mcusAcross minimum coded units a line of an interleaved scan (A.2.3)
 * @param mcusDown minimum coded units a column of an interleaved scan
 */
public record Frame(Coding coding, int width, int height, List<Component> components, int mcusAcross, int mcusDown) {

    /** The coding processes that browsers show (T.81, 4.11): DCT-based with Huffman coding. */
    public enum Coding {
        BASELINE,
        EXTENDED,
        PROGRESSIVE
    }

    /** Samples along a side of a block. */
    public static final int BLOCK = 8;

    private static final int MAX_FACTOR = 4;
    private static final int MAX_QUANTIZATION_DESTINATION = 3;
    private static final int SAMPLE_BITS = 8;

    /** Parses a frame header. */
    static Frame read(int marker, SegmentReader header) {
        Coding coding = switch (marker) {
            case Marker.SOF0_BASELINE -> Coding.BASELINE;
            case Marker.SOF1_EXTENDED -> Coding.EXTENDED;
            case Marker.SOF2_PROGRESSIVE -> Coding.PROGRESSIVE;
            default ->
                throw JpegErrors.invalid(
                        "lossless, hierarchical or arithmetic coding, SOF" + (marker - Marker.SOF0_BASELINE));
        };
        int precision = header.unsigned8();
        int height = header.unsigned16();
        int width = header.unsigned16();
        int count = header.unsigned8();
        int[][] parameters = new int[count][];
        for (int i = 0; i < count; i++) {
            int id = header.unsigned8();
            int factors = header.unsigned8();
            parameters[i] = new int[] {id, factors >> 4, factors & 0xF, header.unsigned8()};
        }
        header.mustEnd();
        if (precision != SAMPLE_BITS) {
            throw JpegErrors.invalid("samples of " + precision + " bits");
        }
        if (width == 0 || height == 0) {
            throw JpegErrors.invalid("a frame of " + width + "x" + height + " (B.2.2)");
        }
        if (count != 1 && count != 3 && count != 4) {
            throw JpegErrors.invalid(count + " components, which no browser shows");
        }
        return of(coding, width, height, parameters);
    }

    /**
     * Computes the extent of every component (A.1.1, A.2).
     *
     * @param parameters of each component: identifier, horizontal and vertical factor, quantization destination
     */
    public static Frame of(Coding coding, int width, int height, int[][] parameters) {
        int maxHorizontal = 1;
        int maxVertical = 1;
        for (int[] p : parameters) {
            if (p[1] < 1 || p[1] > MAX_FACTOR || p[2] < 1 || p[2] > MAX_FACTOR) {
                throw JpegErrors.invalid("sampling factor " + p[1] + "×" + p[2] + " (B.2.2)");
            }
            if (p[3] > MAX_QUANTIZATION_DESTINATION) {
                throw JpegErrors.invalid("quantization table " + p[3] + " of 0–3 (B.2.2)");
            }
            maxHorizontal = Math.max(maxHorizontal, p[1]);
            maxVertical = Math.max(maxVertical, p[2]);
        }
        int mcusAcross = roundUp(width, BLOCK * maxHorizontal);
        int mcusDown = roundUp(height, BLOCK * maxVertical);
        List<Component> components = new ArrayList<>();
        for (int[] p : parameters) {
            if (components.stream().anyMatch(c -> c.id() == p[0])) {
                throw JpegErrors.invalid("two components are called " + p[0] + " (B.2.2)");
            }
            int across = roundUp(roundUp(width * p[1], maxHorizontal), BLOCK);
            int down = roundUp(roundUp(height * p[2], maxVertical), BLOCK);
            components.add(new Component(
                    components.size(), p[0], p[1], p[2], p[3], across, down, mcusAcross * p[1], mcusDown * p[2]));
        }
        return new Frame(coding, width, height, List.copyOf(components), mcusAcross, mcusDown);
    }

    private static int roundUp(int value, int unit) {
        return (value + unit - 1) / unit;
    }

    public boolean progressive() {
        return coding == Coding.PROGRESSIVE;
    }

    public Component luma() {
        return components.get(0);
    }

    /** Blocks of all components, with those that complete MCUs. */
    public long blocks() {
        long blocks = 0;
        for (Component component : components) {
            blocks += (long) component.paddedAcross() * component.paddedDown();
        }
        return blocks;
    }

    /** The largest horizontal sampling factor Hmax. */
    public int maxHorizontal() {
        return components.stream().mapToInt(Component::horizontal).max().orElseThrow();
    }

    /** The largest vertical sampling factor Vmax. */
    public int maxVertical() {
        return components.stream().mapToInt(Component::vertical).max().orElseThrow();
    }

    /** Width of an MCU in samples. */
    public int mcuWidth() {
        return BLOCK * maxHorizontal();
    }

    /** Height of an MCU in samples. */
    public int mcuHeight() {
        return BLOCK * maxVertical();
    }
}
