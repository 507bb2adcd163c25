package org.medexam.smp.imaging.jpeg.scan;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.imaging.jpeg.ApplicationData;
import org.medexam.smp.imaging.jpeg.ColourSpace;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.JpegFile;
import org.medexam.smp.imaging.jpeg.Marker;
import org.medexam.smp.imaging.jpeg.Scan;
import org.medexam.smp.imaging.jpeg.Segment;

/** A JPEG whose coefficients can be decoded: its tables, and its scans without stuffing. */
public final class DecodableJpeg {

    private static final int JFIF_VERSION = 1;
    private static final int ADOBE_YCBCR = 1;

    private final JpegFile file;
    private final List<DecodableScan> scans;
    private final List<QuantizationTable> quantization;

    private DecodableJpeg(JpegFile file, List<DecodableScan> scans, List<QuantizationTable> quantization) {
        this.file = file;
        this.scans = List.copyOf(scans);
        this.quantization = List.copyOf(quantization);
    }

    /**
     * Reads the tables and scans of a parsed file. More is checked here than the parser checks, since a coefficient
     * decoder must not depend on what other decoders make of a broken file.
     *
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if tables or scans break the standard
     * @throws UnsupportedCoding if the picture may be valid but its coefficients are not decoded here
     */
    public static DecodableJpeg of(JpegFile file) {
        for (int version : file.application().jfifVersions()) {
            if (version != JFIF_VERSION) {
                throw new UnsupportedCoding("JFIF of version " + version);
            }
        }
        TableDestinations tables = new TableDestinations();
        List<DecodableScan> scans = scans(file, tables);
        checkColourSpace(file);
        ScanSequence.check(file.frame(), scans);
        List<QuantizationTable> quantization =
                file.frame().components().stream().map(tables::quantization).toList();
        return new DecodableJpeg(file, scans, quantization);
    }

    private static List<DecodableScan> scans(JpegFile file, TableDestinations tables) {
        List<DecodableScan> scans = new ArrayList<>();
        Iterator<Scan> headers = file.scans().iterator();
        for (Segment segment : file.segments()) {
            int marker = segment.marker();
            switch (marker) {
                case Marker.DQT -> {
                    if (!scans.isEmpty()) {
                        throw new UnsupportedCoding("quantization changes between scans");
                    }
                    tables.defineQuantization(file.bytes(), segment);
                }
                case Marker.DHT -> tables.defineHuffman(file.bytes(), segment);
                case Marker.DRI -> tables.defineRestart(file.bytes(), segment);
                case Marker.DNL -> throw new UnsupportedCoding("number of lines after the first scan (DNL)");
                case Marker.SOS -> scans.add(DecodableScan.of(file.bytes(), headers.next(), tables));
                default -> {
                    if (Marker.isFrame(marker)) {
                        checkFrame(file.frame());
                    } else if (marker >= Marker.JPG0 && marker != Marker.COM) {
                        throw JpegErrors.invalid("marker " + Marker.name(marker) + " has no place here (B.1.1.3)");
                    }
                }
            }
        }
        return scans;
    }

    private static void checkFrame(Frame frame) {
        if (frame.components().size() > 3) {
            throw new UnsupportedCoding(frame.components().size() + " components");
        }
        for (Component component : frame.components()) {
            if (frame.maxHorizontal() % component.horizontal() != 0
                    || frame.maxVertical() % component.vertical() != 0) {
                throw new UnsupportedCoding("sampling by a fraction");
            }
        }
    }

    /** Three components must be YCbCr, and must stay so for decoders of the segments that the writer writes. */
    private static void checkColourSpace(JpegFile file) {
        ApplicationData application = file.application();
        boolean jfifWritten = application.density().isPresent();
        ColourSpace written = ColourSpace.of(file.frame(), jfifWritten, application.adobeTransform());
        if (written == ColourSpace.RGB) {
            throw new UnsupportedCoding("RGB");
        }
        if (written == ColourSpace.YCBCR
                && !jfifWritten
                && application.adobeTransform().orElse(ADOBE_YCBCR) != ADOBE_YCBCR) {
            throw new UnsupportedCoding(
                    "Adobe transform " + application.adobeTransform().getAsInt());
        }
    }

    public Frame frame() {
        return file.frame();
    }

    /** The scans in the order of the file. */
    public List<DecodableScan> scans() {
        return scans;
    }

    public QuantizationTable quantization(Component component) {
        return quantization.get(component.index());
    }

    /** Length of the file in bytes. */
    public int fileLength() {
        return file.bytes().length;
    }

    ApplicationData application() {
        return file.application();
    }

    /** The ICC profile, if the colours would change without it. */
    Optional<IccProfile> profile() {
        return IccProfile.of(file)
                .filter(profile -> profile.describes(frame().components().size()) && !profile.isSrgb());
    }
}
