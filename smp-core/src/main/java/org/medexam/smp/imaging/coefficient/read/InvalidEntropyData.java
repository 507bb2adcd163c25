package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** A block's data break the standard; the decoder of the scan adds the row and creates the final exception. */
public final class InvalidEntropyData extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    /**
     * @param position in bits, near the invalid data
     * @param reason with the clause of T.81
     */
    public InvalidEntropyData(int position, String reason) {
        // always translated into an exception that has the stack trace
        super(reason, null, false, false);
        this.position = position;
    }

    /** The exception for the whole scan. Past the end of the data there are only ones, which form no code. */
    public PictureException in(EntropyCodedData data, int interval, int row, int rows) {
        if (position + HuffmanTable.MAX_LENGTH > data.end(interval)) {
            return dataEnd(row, rows);
        }
        return JpegErrors.invalid(
                getMessage() + ", at bit " + position + " of a scan, in row " + row + " of " + rows + " rows of MCUs");
    }

    /** The exception for data that end too early. */
    public static PictureException dataEnd(int row, int rows) {
        return JpegErrors.invalid("the data end in row " + row + " of " + rows + " rows of MCUs (E.2.4)");
    }
}
