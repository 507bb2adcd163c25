package org.medexam.smp.imaging.coefficient.write;

/** An edited picture exceeds the allowed length, or needs symbols that its Huffman tables have no room for. */
public final class NotEncodable extends RuntimeException {

    /** @param reason what does not fit, for the log */
    public NotEncodable(String reason) {
        // control flow within imaging: a stack trace would only cost time
        super(reason, null, false, false);
    }
}
