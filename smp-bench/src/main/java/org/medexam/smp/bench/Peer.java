package org.medexam.smp.bench;

/** One way of stamping that is measured. */
interface Peer extends AutoCloseable {

    String name();

    /** Whether the peer can stamp this picture at all. */
    default boolean takes(Sample sample) {
        return true;
    }

    /** Stamps; @return the number of bytes that came out */
    int stamp(Sample sample);

    /** The stamped file itself, not measured. */
    byte[] stamped(Sample sample);

    /** Nanoseconds of processor time that the peer's whole process has used so far. */
    long cpu();

    @Override
    default void close() {}
}
