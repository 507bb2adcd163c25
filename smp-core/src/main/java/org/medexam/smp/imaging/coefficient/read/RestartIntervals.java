package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;

/** Where restart intervals must end: with the last block, but for the bits that fill its byte (T.81, F.1.2.3). */
public final class RestartIntervals {

    private RestartIntervals() {}

    public static void mustBeUsedUp(EntropyCodedData data, int interval, int position) {
        int left = data.end(interval) - position;
        if (left < 0) {
            throw JpegErrors.invalid("the data end within restart interval " + interval + " (E.2.4)");
        }
        if (left >= Byte.SIZE) {
            throw JpegErrors.invalid(
                    left / Byte.SIZE + " bytes follow the last block of restart interval " + interval + " (E.2.4)");
        }
    }

    /** Some writers set a restart marker after the last interval too; nothing may follow it. */
    public static void mustBeLast(EntropyCodedData data, int interval, int position) {
        mustBeUsedUp(data, interval, position);
        for (int next = interval + 1; next < data.intervals(); next++) {
            if (data.end(next) > data.start(next)) {
                throw JpegErrors.invalid("a restart interval follows the last block (E.2.4)");
            }
        }
    }
}
