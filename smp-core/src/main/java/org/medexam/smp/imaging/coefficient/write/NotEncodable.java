package org.medexam.smp.imaging.coefficient.write;

/** The edited picture does not fit: into the bytes that were allowed, or into the Huffman tables that it came with. */
public final class NotEncodable extends RuntimeException {

    /** @param reason what there is no room for, for the log */
    public NotEncodable(String reason) {
        // told apart by type: a stack trace would only cost time
        super(reason, null, false, false);
    }
}
