package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medexam.smp.imaging.PictureLimits;

/**
 * Parses a JPEG once from SOI to EOI and refuses what T.81 forbids or no browser shows.
 *
 * <p>The parser of Commons Imaging stops at the first scan and skips garbage between segments: it sees neither further
 * scans nor a second frame nor a missing EOI.
 */
final class JpegParser {

    private final byte[] file;
    private final PictureLimits limits;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Scan> scans = new ArrayList<>();
    private final ApplicationData application = new ApplicationData();
    /** Components with a sequential scan, or with a scan of their DC coefficients. */
    private final Set<Component> scanned = new HashSet<>();

    private Frame frame;
    private int next = 2;

    JpegParser(byte[] file, PictureLimits limits) {
        this.file = file;
        this.limits = limits;
    }

    JpegFile parse() {
        if (file.length < 2 || file[0] != (byte) Marker.PREFIX || file[1] != (byte) Marker.SOI) {
            throw JpegErrors.invalid("the file does not begin with SOI (B.2.1)");
        }
        int start = next;
        for (int marker = nextMarker(); marker != Marker.EOI; marker = nextMarker()) {
            parseSegment(start, marker);
            start = next;
        }
        if (frame == null) {
            throw JpegErrors.invalid("EOI before any scan (B.2.1)");
        }
        for (Component component : frame.components()) {
            if (!scanned.contains(component)) {
                throw JpegErrors.invalid("component " + component.id() + " is never scanned (B.2.3)");
            }
        }
        ScanCost.check(frame, scans, limits);
        return new JpegFile(file, segments, frame, scans, application);
    }

    private int nextMarker() {
        if (next < file.length && file[next] != (byte) Marker.PREFIX) {
            throw JpegErrors.invalid("byte " + next + " belongs to no segment (B.1.1.2)");
        }
        while (next < file.length && file[next] == (byte) Marker.PREFIX) {
            next++;
        }
        if (next >= file.length) {
            throw JpegErrors.invalid("the file ends without EOI (B.2.1)");
        }
        int marker = file[next++] & 0xFF;
        if (marker < Marker.SOF0_BASELINE || marker >= Marker.RST0 && marker <= Marker.SOI) {
            throw JpegErrors.invalid("marker " + Marker.name(marker) + " between segments (B.2.1)");
        }
        return marker;
    }

    /** @param start index of the marker's first 0xFF; the segment's length is next */
    private void parseSegment(int start, int marker) {
        int from = next + 2;
        if (from > file.length) {
            throw JpegErrors.invalid(Marker.name(marker) + " is cut off at its length (B.1.1.4)");
        }
        int to = next + ((file[next] & 0xFF) << 8 | file[next + 1] & 0xFF);
        if (to < from || to > file.length) {
            throw JpegErrors.invalid(Marker.name(marker) + " at byte " + start + " has the length " + (to - next)
                    + ", which the file lacks (B.1.1.4)");
        }
        next = marker == Marker.SOS ? dataEnd(to) : to;
        Segment segment = new Segment(marker, start, from, to, next);
        segments.add(segment);
        parseParameters(segment);
    }

    private void parseParameters(Segment segment) {
        int marker = segment.marker();
        switch (marker) {
            case Marker.DQT -> TableDefinition.quantization(file, segment);
            case Marker.DHT -> TableDefinition.huffman(file, segment);
            case Marker.DRI -> {
                SegmentReader reader = segment.reader(file);
                reader.unsigned16();
                reader.mustEnd();
            }
            case Marker.SOS -> parseScan(segment);
            default -> {
                if (Marker.isFrame(marker)) {
                    parseFrame(segment);
                } else if (Marker.isApplication(marker)) {
                    application.read(file, segment);
                } else if (marker < Marker.JPG0 && marker != Marker.DNL) {
                    // DAC, JPG, DHP, EXP
                    throw JpegErrors.invalid("arithmetic or hierarchical coding, " + Marker.name(marker));
                }
            }
        }
    }

    private void parseFrame(Segment segment) {
        if (frame != null) {
            throw JpegErrors.invalid("a second frame (B.2.1)");
        }
        frame = Frame.read(segment.marker(), segment.reader(file));
        limits.check(frame.width(), frame.height());
    }

    private void parseScan(Segment segment) {
        if (frame == null) {
            throw JpegErrors.invalid("a scan before the frame (B.2.1)");
        }
        Scan scan = Scan.read(frame, segment.reader(file), segment.to(), segment.end());
        for (ScanComponent part : scan.components()) {
            if (!frame.progressive() && scanned.contains(part.component())) {
                // a second scan would only cost time
                throw JpegErrors.invalid("component " + part.component().id() + " is scanned twice (B.2.3)");
            }
            if (!frame.progressive() || scan.spectralStart() == 0) {
                scanned.add(part.component());
            }
        }
        scans.add(scan);
    }

    /** Index of the marker that ends the entropy-coded data (B.1.1.5), eight bytes a step. */
    private int dataEnd(int dataStart) {
        int i = dataStart;
        while (i + 1 < file.length) {
            if (i + Long.BYTES <= file.length) {
                int clean = ByteWords.bytesBeforeFF(ByteWords.get(file, i));
                if (clean > 0) {
                    i += clean;
                    continue;
                }
            }
            int marker = file[i + 1] & 0xFF;
            if (file[i] != (byte) Marker.PREFIX || marker == 0 || marker == Marker.PREFIX) {
                i++;
            } else if (Marker.isRestart(marker)) {
                i += 2;
            } else {
                return i;
            }
        }
        throw JpegErrors.invalid("the file ends within a scan (B.2.1: EOI)");
    }
}
