package org.medexam.smp.imaging.inspect;

import static org.medexam.smp.imaging.inspect.JpegStructure.APP0;
import static org.medexam.smp.imaging.inspect.JpegStructure.DHT;
import static org.medexam.smp.imaging.inspect.JpegStructure.DQT;
import static org.medexam.smp.imaging.inspect.JpegStructure.DRI;
import static org.medexam.smp.imaging.inspect.JpegStructure.EOI;
import static org.medexam.smp.imaging.inspect.JpegStructure.SOF0;
import static org.medexam.smp.imaging.inspect.JpegStructure.SOF2;
import static org.medexam.smp.imaging.inspect.JpegStructure.SOI;
import static org.medexam.smp.imaging.inspect.JpegStructure.SOS;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medexam.smp.imaging.PictureLimits;
import org.medexam.smp.imaging.inspect.JpegStructure.Component;
import org.medexam.smp.imaging.inspect.JpegStructure.Frame;
import org.medexam.smp.imaging.inspect.JpegStructure.Scan;
import org.medexam.smp.imaging.inspect.JpegStructure.Segment;

/**
 * Walks a JPEG once from SOI to EOI and refuses what T.81 does not allow or no viewer shows.
 *
 * <p>A walk of our own, since that of Commons Imaging stops at the first scan and jumps over garbage between segments:
 * it sees neither further scans nor a second frame nor a missing EOI. Cost: one pass over the bytes.
 */
public final class JpegWalk {

    private final byte[] jpeg;
    private final PictureLimits limits;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Scan> scans = new ArrayList<>();
    private final Set<Component> scanned = new HashSet<>();
    private Frame frame;
    private int at = 2;

    private JpegWalk(byte[] jpeg, PictureLimits limits) {
        this.jpeg = jpeg;
        this.limits = limits;
    }

    /**
     * @param jpeg begins with SOI; never altered
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE}, {@code TOO_MANY_PIXELS}
     */
    public static JpegStructure walk(byte[] jpeg, PictureLimits limits) {
        return new JpegWalk(jpeg, limits).walk();
    }

    private JpegStructure walk() {
        while (true) {
            int start = at;
            int marker = nextMarker();
            if (marker == EOI) {
                break;
            }
            segment(start, marker);
        }
        Unreadable.unless(frame != null, "no frame");
        Unreadable.unless(scanned.size() == frame.components().size(), "a component is never scanned");
        JpegStructure structure = new JpegStructure(segments, frame, scans);
        ScanWork.check(structure, limits);
        return structure;
    }

    private int nextMarker() {
        Unreadable.unless(at < jpeg.length && octet(at) == 0xFF, "no marker where one belongs");
        while (at < jpeg.length && octet(at) == 0xFF) {
            at++;
        }
        Unreadable.unless(at < jpeg.length, "ends before EOI");
        int marker = octet(at++);
        Unreadable.unless(marker >= SOF0 && (marker < 0xD0 || marker > SOI), "a marker out of its place");
        return marker;
    }

    private void segment(int start, int marker) {
        Unreadable.unless(at + 2 <= jpeg.length, "ends before EOI");
        int from = at + 2;
        int to = at + number(at);
        Unreadable.unless(to >= from && to <= jpeg.length, "a segment's length is wrong");
        if (marker == SOS) {
            List<Component> components = scanHeader(from, to);
            at = entropyEnd(to);
            scans.add(new Scan(components, octet(to - 3), octet(to - 1) >> 4, at - to));
        } else {
            at = to;
            content(marker, from, to);
        }
        segments.add(new Segment(marker, start, from, to, at));
    }

    private void content(int marker, int from, int to) {
        switch (marker) {
            case DQT -> quantization(from, to);
            case DHT -> huffman(from, to);
            case DRI -> Unreadable.unless(to - from == 2, "DRI has a wrong length");
            case 0xCC -> throw Unreadable.because("arithmetic coding");
            case 0xDE, 0xDF -> throw Unreadable.because("hierarchical JPEG");
            default -> {
                if (marker < 0xD0) {
                    frame(marker, from, to);
                } else {
                    Unreadable.unless(marker >= APP0 || marker == 0xDC, "a reserved marker");
                }
            }
        }
    }

    private void quantization(int from, int to) {
        int p = from;
        while (p < to) {
            int precision = octet(p) >> 4;
            Unreadable.unless(precision <= 1 && (octet(p) & 15) <= 3, "a quantization table has no such place");
            p += 1 + 64 * (precision + 1);
        }
        Unreadable.unless(p == to, "a quantization table has a wrong length");
    }

    private void huffman(int from, int to) {
        int p = from;
        while (p < to) {
            Unreadable.unless(p + 17 <= to, "a Huffman table has a wrong length");
            Unreadable.unless(octet(p) >> 4 <= 1 && (octet(p) & 15) <= 3, "a Huffman table has no such place");
            int symbols = 0;
            for (int i = 1; i <= 16; i++) {
                symbols += octet(p + i);
            }
            p += 17 + symbols;
        }
        Unreadable.unless(p == to, "a Huffman table has a wrong length");
    }

    private void frame(int marker, int from, int to) {
        Unreadable.unless(marker <= SOF2, "lossless, hierarchical or arithmetic JPEG");
        Unreadable.unless(frame == null, "more than one frame");
        Unreadable.unless(to - from >= 6, "the frame header has a wrong length");
        int count = octet(from + 5);
        Unreadable.unless(to - from == 6 + 3 * count, "the frame header has a wrong length");
        Unreadable.unless(octet(from) == 8, "not 8 bits a sample");
        int height = number(from + 1);
        int width = number(from + 3);
        Unreadable.unless(width > 0 && height > 0, "no pixels");
        Unreadable.unless(count == 1 || count == 3 || count == 4, "a number of components that nobody shows");
        frame = new Frame(marker, width, height, components(from + 6, count));
        limits.check(width, height);
    }

    private List<Component> components(int from, int count) {
        List<Component> components = new ArrayList<>();
        for (int p = from; p < from + 3 * count; p += 3) {
            int horizontal = octet(p + 1) >> 4;
            int vertical = octet(p + 1) & 15;
            boolean sampled = horizontal >= 1 && horizontal <= 4 && vertical >= 1 && vertical <= 4;
            Unreadable.unless(sampled && octet(p + 2) <= 3, "a component's sampling or table is wrong");
            int id = octet(p);
            Unreadable.unless(components.stream().noneMatch(c -> c.id() == id), "two components of one name");
            components.add(new Component(id, horizontal, vertical));
        }
        return components;
    }

    private List<Component> scanHeader(int from, int to) {
        Unreadable.unless(frame != null, "a scan before the frame");
        Unreadable.unless(to > from, "the scan header has a wrong length");
        int count = octet(from);
        Unreadable.unless(to - from == 4 + 2 * count && count >= 1, "the scan header has a wrong length");
        List<Component> components = new ArrayList<>();
        for (int p = from + 1; p < from + 1 + 2 * count; p += 2) {
            int id = octet(p);
            Component component = frame.components().stream()
                    .filter(c -> c.id() == id)
                    .findFirst()
                    .orElseThrow(() -> Unreadable.because("a scan of an unknown component"));
            Unreadable.unless(!components.contains(component), "a component twice in a scan");
            components.add(component);
        }
        if (frame.progressive()) {
            progressiveScan(octet(to - 3), octet(to - 2), count);
            scanned.addAll(octet(to - 3) == 0 ? components : List.of());
        } else {
            // a second scan of the same component would only cost time
            components.forEach(c -> Unreadable.unless(scanned.add(c), "a component is scanned twice"));
        }
        return components;
    }

    private static void progressiveScan(int start, int end, int components) {
        boolean dc = start == 0 && end == 0;
        boolean ac = start > 0 && end >= start && end <= 63 && components == 1;
        Unreadable.unless(dc || ac, "a progressive scan of an impossible band");
    }

    /** Index of the marker that ends the entropy-coded data, beginning at {@code p}. */
    private int entropyEnd(int p) {
        for (int i = p; i + 1 < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xFF) {
                int next = octet(i + 1);
                boolean inside = next == 0 || next == 0xFF || next >= 0xD0 && next <= 0xD7;
                if (!inside) {
                    return i;
                }
            }
        }
        throw Unreadable.because("ends before EOI");
    }

    private int octet(int index) {
        return jpeg[index] & 0xFF;
    }

    private int number(int index) {
        return octet(index) << 8 | octet(index + 1);
    }
}
