package org.medexam.smp.imaging.coefficient;

/** The edited picture does not fit: into the bytes that were allowed, or into the Huffman tables that it came with. */
public final class DoesNotFit extends RuntimeException {

    /** @param reason what there is no room for, for the log */
    public DoesNotFit(String reason) {
        // told apart by type: a stack trace would only cost time
        super(reason, null, false, false);
    }
}
