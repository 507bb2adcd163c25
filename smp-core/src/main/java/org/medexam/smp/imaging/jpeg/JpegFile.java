package org.medexam.smp.imaging.jpeg;

import java.util.ArrayList;
import java.util.List;

/** A JPEG file taken apart: everything that its markers say (T.81, annex B), nothing decoded yet. */
public final class JpegFile {

    private final Frame frame;
    private final List<Scan> scans;
    private final List<QuantizationTable> quantization;
    private final ApplicationData application;

    private JpegFile(Frame frame, List<Scan> scans, List<QuantizationTable> quantization, ApplicationData application) {
        this.frame = frame;
        this.scans = List.copyOf(scans);
        this.quantization = List.copyOf(quantization);
        this.application = application;
    }

    /**
     * Reads the structure from SOI to EOI; what follows EOI (as the films behind some phones' photos) is not looked at.
     *
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} where the standard is broken
     * @throws UnsupportedCoding where the picture may be sound but its coefficients are not read here
     */
    public static JpegFile read(byte[] file) {
        return new Reader(file).read();
    }

    public Frame frame() {
        return frame;
    }

    /** In the order of the file. */
    public List<Scan> scans() {
        return scans;
    }

    public QuantizationTable quantization(Component component) {
        return quantization.get(component.index());
    }

    ApplicationData application() {
        return application;
    }

    /** Walks from marker to marker. */
    private static final class Reader {

        private final byte[] file;
        private final Tables tables = new Tables();
        private final ApplicationData application = new ApplicationData();
        private final List<Scan> scans = new ArrayList<>();
        private Frame frame;
        private int next;

        Reader(byte[] file) {
            this.file = file;
        }

        JpegFile read() {
            if (file.length < 2 || file[0] != (byte) Marker.PREFIX || file[1] != (byte) Marker.SOI) {
                throw JpegErrors.invalid("the file does not begin with SOI (B.2.1)");
            }
            next = 2;
            for (int marker = marker(); marker != Marker.EOI; marker = marker()) {
                if (!Marker.standsAlone(marker)) {
                    readSegment(marker);
                }
            }
            if (frame == null || scans.isEmpty()) {
                throw JpegErrors.invalid("EOI before any scan (B.2.1)");
            }
            application.mustBeLumaFirst(frame);
            ScanSequence.check(frame, scans);
            List<QuantizationTable> quantization =
                    frame.components().stream().map(tables::quantization).toList();
            return new JpegFile(frame, scans, quantization, application);
        }

        private int marker() {
            if (next + 1 >= file.length) {
                throw JpegErrors.invalid("the file ends without EOI (B.2.1)");
            }
            if (file[next] != (byte) Marker.PREFIX) {
                throw JpegErrors.invalid("byte " + next + " belongs to no segment (B.1.1.2)");
            }
            while (file[next] == (byte) Marker.PREFIX) {
                if (++next >= file.length) {
                    throw JpegErrors.invalid("the file ends without EOI (B.2.1)");
                }
            }
            return file[next++] & 0xFF;
        }

        private void readSegment(int marker) {
            SegmentReader segment = SegmentReader.at(file, next, name(marker));
            next = segment.end();
            if (Marker.isFrame(marker)) {
                if (frame != null) {
                    throw JpegErrors.invalid("a second frame (B.2.1)");
                }
                frame = Frame.read(marker, segment);
            } else if (Marker.isApplication(marker)) {
                application.read(marker, segment);
            } else {
                switch (marker) {
                    case Marker.DQT -> tables.defineQuantization(segment, !scans.isEmpty());
                    case Marker.DHT -> tables.defineHuffman(segment);
                    case Marker.DRI -> tables.defineRestart(segment);
                    case Marker.SOS -> readScan(segment);
                    case Marker.COM -> {
                        // nobody's words travel on
                    }
                    case Marker.DAC, Marker.DNL -> throw new UnsupportedCoding(name(marker));
                    default -> throw JpegErrors.invalid("marker " + name(marker) + " has no place here (B.1.1.3)");
                }
            }
        }

        private void readScan(SegmentReader segment) {
            if (frame == null) {
                throw JpegErrors.invalid("a scan before the frame (B.2.1)");
            }
            Scan scan = Scan.read(file, segment, frame, tables);
            scans.add(scan);
            ScanSequence.checkWork(frame, scans, file.length);
            next = scan.data().fileEnd();
        }

        private static String name(int marker) {
            return "FF%02X".formatted(marker);
        }
    }
}
