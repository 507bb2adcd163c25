package org.medexam.smp.core.coefficient;

/** Reads what one scan says about one block after another into the component's plane. */
interface BlockReader {

    /**
     * @param position of the block's first bit
     * @param part index of the component among the scan's
     * @param block number in the plane
     * @return the bit after the block
     */
    int read(int position, int part, int block);

    /** Forgets what the interval before left behind (T.81, E.2.4); refuses an interval that ended too early. */
    void restart();
}
