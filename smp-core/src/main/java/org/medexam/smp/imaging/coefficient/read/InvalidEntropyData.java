package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** What the readers of blocks stumble over; whoever walks over the scan knows where that is and words the refusal. */
public final class InvalidEntropyData extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    /** @param position in bits, near which it was found; @param reason with the clause of T.81 */
    public InvalidEntropyData(int position, String reason) {
        // always turned into a refusal, which has the stack trace
        super(reason, null, false, false);
        this.position = position;
    }

    /** Past the end of the data there are only ones, which make no code: the fault is then that the data end. */
    public PictureException in(EntropyCodedData data, int interval, int row, int rows) {
        if (position + HuffmanTable.MAX_LENGTH > data.end(interval)) {
            return dataEnd(row, rows);
        }
        return JpegErrors.invalid(
                getMessage() + ", at bit " + position + " of a scan, in row " + row + " of " + rows + " rows of MCUs");
    }

    public static PictureException dataEnd(int row, int rows) {
        return JpegErrors.invalid("the data end in row " + row + " of " + rows + " rows of MCUs (E.2.4)");
    }
}
