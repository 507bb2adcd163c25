package org.medexam.smp.imaging.jpeg;

import java.util.List;
import org.medexam.smp.imaging.PictureLimits;

/**
 * The parsed structure of a JPEG (T.81, annex B), from SOI to EOI; nothing is decoded. What follows EOI, such as the
 * film of a motion photo, is not part of it.
 */
public final class JpegFile {

    /** The sum of the luminance table of T.81, K.1. */
    private static final int SUM_OF_K1 = 3688;

    private final byte[] bytes;
    private final List<Segment> segments;
    private final Frame frame;
    private final List<Scan> scans;
    private final ApplicationData application;

    JpegFile(byte[] bytes, List<Segment> segments, Frame frame, List<Scan> scans, ApplicationData application) {
        this.bytes = bytes;
        this.segments = List.copyOf(segments);
        this.frame = frame;
        this.scans = List.copyOf(scans);
        this.application = application;
    }

    /**
     * Parses a JPEG in one pass over its bytes.
     *
     * @param bytes the file; kept and never altered
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the file breaks the standard or uses a
     *     coding that no browser shows; {@code TOO_MANY_PIXELS} if its size or the work of decoding exceeds the limits
     */
    public static JpegFile parse(byte[] bytes, PictureLimits limits) {
        return new JpegParser(bytes, limits).parse();
    }

    /** The whole file. Not to be altered. */
    public byte[] bytes() {
        return bytes;
    }

    /** All segments between SOI and EOI in the order of the file. */
    public List<Segment> segments() {
        return segments;
    }

    public Frame frame() {
        return frame;
    }

    /** The scans in the order of the file. */
    public List<Scan> scans() {
        return scans;
    }

    public ApplicationData application() {
        return application;
    }

    public ColourSpace colourSpace() {
        return ColourSpace.of(frame, application.hasJfif(), application.adobeTransform());
    }

    /**
     * Estimates the quality at which the picture was encoded, 0–1, from its first quantization table: libjpeg scales the
     * table of K.1.
     */
    public float quality() {
        TableDefinition table = segments.stream()
                .filter(segment -> segment.marker() == Marker.DQT)
                .flatMap(segment -> TableDefinition.quantization(bytes, segment).stream())
                .findFirst()
                .orElse(null);
        if (table == null || table.kind() != 0) {
            return 1;
        }
        int sum = 0;
        for (int i = table.from(); i < table.to(); i++) {
            sum += bytes[i] & 0xFF;
        }
        float scale = (float) sum / SUM_OF_K1;
        return Math.min(1, scale < 1 ? 1 - scale / 2 : 0.5f / scale);
    }
}
