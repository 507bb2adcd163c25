package org.medexam.smp.imaging.inspect;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.imaging.FormatCompliance;
import org.apache.commons.imaging.bytesource.ByteSource;
import org.apache.commons.imaging.formats.tiff.TiffContents;
import org.apache.commons.imaging.formats.tiff.TiffField;
import org.apache.commons.imaging.formats.tiff.TiffReader;
import org.apache.commons.imaging.formats.tiff.constants.TiffTagConstants;

/**
 * Reads the orientation from a block of EXIF.
 *
 * <p>Commons Imaging follows chained and nested directories until its stack or the memory is exhausted. So it receives
 * only the first directory, behind a new header and without anything that the directory points to.
 */
final class ExifOrientation {

    private static final int HEADER = 8;
    private static final int ENTRY = 12;

    /** Cameras write 10 to 20 entries; 256 make 3 KB. */
    private static final int MAX_ENTRIES = 256;

    private ExifOrientation() {}

    /**
     * @param from index of the TIFF header
     * @param to index after the last byte of the block
     * @return {@link Orientation#TOP_LEFT} if the block is damaged or has no orientation
     */
    static Orientation read(byte[] bytes, int from, int to) {
        return firstDirectory(Arrays.copyOfRange(bytes, from, to))
                .map(ExifOrientation::orientation)
                .orElse(Orientation.TOP_LEFT);
    }

    private static Optional<byte[]> firstDirectory(byte[] exif) {
        if (exif.length < HEADER + 2 || exif[0] != exif[1] || exif[0] != 'I' && exif[0] != 'M') {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(exif).order(exif[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int table = in.getInt(4);
        if (in.getShort(2) != 42 || table < HEADER || table > exif.length - 2) {
            return Optional.empty();
        }
        int entries = Math.min(in.getShort(table) & 0xFFFF, MAX_ENTRIES);
        int size = entries * ENTRY;
        if (size == 0 || table + 2 + size > exif.length) {
            return Optional.empty();
        }
        ByteBuffer out = ByteBuffer.allocate(HEADER + 2 + size + 4).order(in.order());
        out.put(exif, 0, 4).putInt(HEADER).putShort((short) entries).put(exif, table + 2, size);
        return Optional.of(out.array());
    }

    private static Orientation orientation(byte[] directory) {
        try {
            TiffContents contents = new TiffReader(false)
                    .readFirstDirectory(ByteSource.array(directory), false, FormatCompliance.getDefault());
            TiffField field = contents.findField(TiffTagConstants.TIFF_TAG_ORIENTATION);
            return field == null ? Orientation.TOP_LEFT : Orientation.ofExif(field.getIntValue());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            // the parser fails on damaged EXIF in many ways
            return Orientation.TOP_LEFT;
        }
    }
}
