package org.medexam.smp.imaging.jpeg.scan;

/** A picture that may well be sound, but is coded in a way whose coefficients are not edited here. */
public final class UnsupportedCoding extends RuntimeException {

    /** @param what the way of coding, for the log */
    public UnsupportedCoding(String what) {
        // told apart by type and never shown: a stack trace would only cost time
        super(what, null, false, false);
    }
}
