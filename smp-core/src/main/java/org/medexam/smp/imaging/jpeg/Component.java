package org.medexam.smp.imaging.jpeg;

/**
 * One component of a frame and its extent in blocks of 8 × 8 samples (T.81, A.1.1, A.2).
 *
 * @param index position in the frame, 0 for luma
 * @param id the component's identifier Cᵢ
 * @param horizontal horizontal sampling factor Hᵢ, 1–4
 * @param vertical vertical sampling factor Vᵢ, 1–4
 * @param quantization destination of its quantization table Tqᵢ, 0–3
 * @param blocksAcross blocks that hold samples of the picture
 * @param blocksDown blocks that hold samples of the picture
 * @param paddedAcross blocks with those that complete the last MCU of an interleaved scan
 * @param paddedDown blocks with those that complete the last MCU of an interleaved scan
 */
public record Component(
        int index,
        int id,
        int horizontal,
        int vertical,
        int quantization,
        int blocksAcross,
        int blocksDown,
        int paddedAcross,
        int paddedDown) {

    /** Blocks that hold samples of the picture. */
    public long blocks() {
        return (long) blocksAcross * blocksDown;
    }
}
