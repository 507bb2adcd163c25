package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;

/** Checks that restart intervals end with their last block and the bits that fill its byte (T.81, F.1.2.3). */
public final class RestartIntervals {

    private RestartIntervals() {}

    /** Checks an interval. */
    public static void checkEnd(EntropyCodedData data, int interval, int position) {
        int left = data.end(interval) - position;
        if (left < 0) {
            throw JpegErrors.invalid("the data end within restart interval " + interval + " (E.2.4)");
        }
        if (left >= Byte.SIZE) {
            throw JpegErrors.invalid(
                    left / Byte.SIZE + " bytes follow the last block of restart interval " + interval + " (E.2.4)");
        }
    }

    /** Checks the last interval. Some encoders write a restart marker after it too; no data may follow that. */
    public static void checkLast(EntropyCodedData data, int interval, int position) {
        checkEnd(data, interval, position);
        for (int next = interval + 1; next < data.intervals(); next++) {
            if (data.end(next) > data.start(next)) {
                throw JpegErrors.invalid("a restart interval follows the last block (E.2.4)");
            }
        }
    }
}
