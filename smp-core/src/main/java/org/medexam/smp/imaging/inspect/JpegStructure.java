package org.medexam.smp.imaging.inspect;

import java.util.List;
import org.medexam.smp.imaging.jpeg.ColourSpace;

/**
 * The marker segments of one JPEG, from SOI to EOI, all lengths checked. What follows EOI (motion photos) is not part
 * of it.
 *
 * @param segments all segments between SOI and EOI, in their order
 * @param frame the one frame header
 * @param scans the scans in their order
 */
public record JpegStructure(List<Segment> segments, Frame frame, List<Scan> scans) {

    public static final int SOF0 = 0xC0;
    public static final int SOF2 = 0xC2;
    public static final int DHT = 0xC4;
    public static final int SOI = 0xD8;
    public static final int EOI = 0xD9;
    public static final int SOS = 0xDA;
    public static final int DQT = 0xDB;
    public static final int DRI = 0xDD;
    public static final int APP0 = 0xE0;
    public static final int APP1 = 0xE1;
    public static final int APP2 = 0xE2;
    public static final int APP14 = 0xEE;

    private static final int SUM_OF_K1 = 3688;

    public JpegStructure {
        segments = List.copyOf(segments);
        scans = List.copyOf(scans);
    }

    /**
     * @param marker second byte of the marker
     * @param start index of the marker's 0xFF
     * @param from index of the first byte of content, behind the length
     * @param to index behind the last byte of content; for SOS the entropy-coded data come after it
     * @param end index behind everything that belongs to the segment, entropy-coded data included
     */
    public record Segment(int marker, int start, int from, int to, int end) {

        /** Whether the content begins with these ASCII characters and a zero byte. */
        public boolean carries(String name, byte[] jpeg) {
            if (to - from <= name.length() || jpeg[from + name.length()] != 0) {
                return false;
            }
            for (int i = 0; i < name.length(); i++) {
                if (jpeg[from + i] != name.charAt(i)) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * @param marker SOF0, SOF1 or SOF2
     * @param width in pixels
     * @param height in pixels
     */
    public record Frame(int marker, int width, int height, List<Component> components) {
        public Frame {
            components = List.copyOf(components);
        }

        public boolean progressive() {
            return marker == SOF2;
        }

        int maxHorizontal() {
            return components.stream().mapToInt(Component::horizontal).max().orElse(1);
        }

        int maxVertical() {
            return components.stream().mapToInt(Component::vertical).max().orElse(1);
        }

        /** Blocks of 8×8 samples of one component, without the padding of interleaved scans (T.81 A.2.2). */
        long blocks(Component component) {
            long across = ceil((long) ceil((long) width * component.horizontal(), maxHorizontal()), 8);
            long down = ceil((long) ceil((long) height * component.vertical(), maxVertical()), 8);
            return across * down;
        }

        private static int ceil(long dividend, int divisor) {
            return (int) ((dividend + divisor - 1) / divisor);
        }
    }

    /**
     * @param id as in the frame and scan headers
     * @param horizontal sampling factor 1..4
     * @param vertical sampling factor 1..4
     */
    public record Component(int id, int horizontal, int vertical) {}

    /**
     * @param components of the scan
     * @param spectralStart first coefficient
     * @param approximationHigh 0 in the first scan of a coefficient
     * @param entropyBytes bytes of entropy-coded data, stuffing and restart markers included
     */
    public record Scan(List<Component> components, int spectralStart, int approximationHigh, int entropyBytes) {
        public Scan {
            components = List.copyOf(components);
        }
    }

    /** What the components mean, told as libjpeg and with it every browser tells it. */
    public ColourSpace colours(byte[] jpeg) {
        int transform = adobeTransform(jpeg);
        return switch (frame.components().size()) {
            case 1 -> ColourSpace.GREY;
            case 3 -> isRgb(jpeg, transform) ? ColourSpace.RGB : ColourSpace.YCBCR;
            default -> transform == 2 ? ColourSpace.YCCK : ColourSpace.CMYK;
        };
    }

    /**
     * The quality at which the picture was saved, 0..1, told from its first quantization table as libjpeg makes it: the
     * table of T.81 K.1, scaled.
     */
    public float quality(byte[] jpeg) {
        Segment table =
                segments.stream().filter(s -> s.marker() == DQT).findFirst().orElse(null);
        if (table == null || jpeg[table.from()] >> 4 != 0) {
            return 1;
        }
        int sum = 0;
        for (int i = 1; i <= 64; i++) {
            sum += jpeg[table.from() + i] & 0xFF;
        }
        float scale = (float) sum / SUM_OF_K1;
        return Math.min(1, scale < 1 ? 1 - scale / 2 : 0.5f / scale);
    }

    private boolean isRgb(byte[] jpeg, int transform) {
        if (segments.stream().anyMatch(s -> s.marker() == APP0 && s.carries("JFIF", jpeg))) {
            return false;
        }
        if (transform >= 0) {
            return transform == 0;
        }
        List<Component> c = frame.components();
        return c.get(0).id() == 'R' && c.get(1).id() == 'G' && c.get(2).id() == 'B';
    }

    /** The transform flag of Adobe's APP14 segment, or -1 where there is none. */
    private int adobeTransform(byte[] jpeg) {
        for (Segment s : segments) {
            boolean adobe = s.marker() == APP14
                    && s.to() - s.from() >= 12
                    && new String(jpeg, s.from(), 5, java.nio.charset.StandardCharsets.US_ASCII).equals("Adobe");
            if (adobe) {
                return jpeg[s.from() + 11] & 0xFF;
            }
        }
        return -1;
    }
}
