package org.medexam.smp.bench;

/** A way of stamping that is measured. */
interface Peer extends AutoCloseable {

    String name();

    /**
     * Stamps a picture.
     *
     * @return the length of the output in bytes
     */
    int stamp(Sample sample);

    /**
     * The stamped file; not measured.
     *
     * @throws RuntimeException if the peer does not decode the picture
     */
    byte[] stamped(Sample sample);

    /** Processor time of the peer's whole process so far, in nanoseconds. */
    long cpu();

    @Override
    default void close() {}
}
