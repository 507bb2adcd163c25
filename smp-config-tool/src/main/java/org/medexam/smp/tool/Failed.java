package org.medexam.smp.tool;

/** What was asked cannot be done now; the message is the one sentence that a person needs. */
public final class Failed extends RuntimeException {

    public Failed(String sentence) {
        super(sentence);
    }
}
