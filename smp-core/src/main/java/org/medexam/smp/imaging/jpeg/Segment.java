package org.medexam.smp.imaging.jpeg;

/**
 * The place of a marker segment in its file (T.81, B.1.1.4).
 *
 * @param marker second byte of the marker
 * @param start index of the marker's first 0xFF
 * @param from index of the first parameter, after the length
 * @param to index after the last parameter
 * @param end index after everything that belongs to the segment; after SOS this includes the entropy-coded data
 */
public record Segment(int marker, int start, int from, int to, int end) {

    /** Whether the parameters begin with this text and a zero byte, as applications identify their segments. */
    public boolean isSigned(byte[] file, String signature) {
        int zero = from + signature.length();
        if (zero >= to || file[zero] != 0) {
            return false;
        }
        for (int i = 0; i < signature.length(); i++) {
            if (file[from + i] != signature.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A reader of the parameters. */
    public SegmentReader reader(byte[] file) {
        return new SegmentReader(file, Marker.name(marker), from, to);
    }
}
