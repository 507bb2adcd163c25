package org.medexam.smp.imaging.coefficient.read;

/** Reads what one scan says about one block after another into the component's plane. */
interface BlockDecoder {

    /**
     * @param position of the block's first bit
     * @param part index of the component among the scan's
     * @param block number in the plane
     * @return the bit after the block
     */
    int read(int position, int part, int block);

    /**
     * Reads blocks of one row of the only component, one after another; those after a block that ends behind the data
     * are not read.
     *
     * @param first number of the first block
     * @param end the bit after the data
     * @return the bit after the last block that was read
     */
    default int readRow(int position, int first, int count, int end) {
        int at = position;
        for (int block = first; block < first + count && at <= end; block++) {
            at = read(at, 0, block);
        }
        return at;
    }

    /** Forgets what the interval before left behind (T.81, E.2.4); refuses an interval that ended too early. */
    void restart();
}
