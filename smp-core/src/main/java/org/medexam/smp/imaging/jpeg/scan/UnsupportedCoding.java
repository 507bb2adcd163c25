package org.medexam.smp.imaging.jpeg.scan;

/** A picture may be valid, but its coefficients are not decoded here. */
public final class UnsupportedCoding extends RuntimeException {

    /** @param coding the unsupported coding, for the log */
    public UnsupportedCoding(String coding) {
        // control flow within imaging: a stack trace would only cost time
        super(coding, null, false, false);
    }
}
