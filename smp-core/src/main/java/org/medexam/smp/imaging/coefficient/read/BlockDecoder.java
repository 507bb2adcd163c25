package org.medexam.smp.imaging.coefficient.read;

/** Decodes the blocks of a scan, one after another, into the planes of its components. */
interface BlockDecoder {

    /**
     * Decodes a block.
     *
     * @param position of the block's first bit
     * @param part index of the component in the scan
     * @param block number in the plane
     * @return the bit after the block
     */
    int decode(int position, int part, int block);

    /**
     * Decodes blocks of a row of a single component. Stops after a block that exceeds the data.
     *
     * @param first number of the first block
     * @param end the bit after the data
     * @return the bit after the last decoded block
     */
    default int decodeRow(int position, int first, int count, int end) {
        int at = position;
        for (int block = first; block < first + count && at <= end; block++) {
            at = decode(at, 0, block);
        }
        return at;
    }

    /** Resets the state at the end of a restart interval (T.81, E.2.4); checks that the interval is complete. */
    void restart();
}
