package org.medexam.smp.imaging.coefficient;

import java.util.List;
import java.util.stream.IntStream;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.coefficient.read.ScanDecoder;
import org.medexam.smp.imaging.coefficient.write.BitWriter;
import org.medexam.smp.imaging.coefficient.write.NotEncodable;
import org.medexam.smp.imaging.coefficient.write.ScanEncoder;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.scan.DecodableJpeg;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.JpegWriter;
import org.medexam.smp.imaging.jpeg.scan.QuantizationTable;

/**
 * A picture as its coefficients: read from any coding that {@link DecodableJpeg} knows, turned, edited, and written as one
 * sequential scan with Huffman tables made for it. Mutable; for one thread.
 */
public final class CoefficientPicture {

    /** More is not held: forty megapixels with halved chroma are just below. */
    private static final long MAX_BLOCKS = 1_000_000;

    private final DecodableJpeg received;
    private final LosslessTransform turn;
    private final Frame frame;
    private final Plane[] planes;

    private CoefficientPicture(DecodableJpeg received, LosslessTransform turn, Frame frame, Plane[] planes) {
        this.received = received;
        this.turn = turn;
        this.frame = frame;
        this.planes = planes;
    }

    /** Bytes of memory which the picture takes; a turn takes twice as many. */
    public static long memory(Frame frame) {
        return frame.blocks() * Plane.BYTES_PER_BLOCK;
    }

    /**
     * Whether the picture is small enough, and long enough for its size: every block takes a bit of the first scan, so
     * that what says less than that is not read, let alone given memory.
     */
    public static boolean supports(DecodableJpeg picture) {
        long bits = picture.scans().stream()
                .mapToLong(scan -> scan.data().end(scan.data().intervals() - 1))
                .sum();
        return picture.frame().blocks() <= Math.min(MAX_BLOCKS, bits);
    }

    /**
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} where a scan is not what it must be
     */
    public static CoefficientPicture decode(DecodableJpeg file) {
        Frame frame = file.frame();
        Plane[] planes = frame.components().stream().map(Plane::new).toArray(Plane[]::new);
        for (DecodableScan scan : file.scans()) {
            ScanDecoder.read(frame, scan, planes);
        }
        return new CoefficientPicture(file, LosslessTransform.NONE, frame, planes);
    }

    /** The picture laid another way; this one is not changed. */
    public CoefficientPicture transformed(LosslessTransform wanted) {
        if (wanted.equals(LosslessTransform.NONE)) {
            return this;
        }
        Frame turned = wanted.turned(frame);
        Plane[] moved = IntStream.range(0, planes.length)
                .mapToObj(i -> wanted.turned(planes[i], turned.components().get(i)))
                .toArray(Plane[]::new);
        return new CoefficientPicture(received, wanted, turned, moved);
    }

    /** By component. */
    Plane[] planes() {
        return planes.clone();
    }

    public Frame frame() {
        return frame;
    }

    /** The quantization of the luma coefficients, as the picture lies now. */
    public QuantizationTable lumaQuantization() {
        return turn.turned(received.quantization(received.frame().luma()));
    }

    /** Changes luma blocks. */
    public void edit(BlockEdit edit) {
        Plane luma = planes[0];
        int columns = luma.component().blocksAcross();
        int[] handles = new int[columns];
        Block block = new Block();
        for (int row = 0; row < luma.component().blocksDown(); row++) {
            edit.plan(row, handles, columns);
            for (int column = 0; column < columns; column++) {
                if (handles[column] != BlockEdit.UNTOUCHED) {
                    int number = luma.block(row, column);
                    luma.load(number, block);
                    edit.apply(handles[column], row, column, block);
                    block.limitDc();
                    luma.store(number, block);
                }
            }
        }
    }

    /**
     * @param limit the most bytes of entropy-coded data to be written
     * @return the whole file
     * @throws NotEncodable when it would be longer
     */
    public byte[] encode(int limit) {
        ScanEncoder scan = new ScanEncoder(frame, planes);
        BitWriter out = new BitWriter(limit, limit);
        List<DecodableScan.Part> parts = scan.write(out);
        int end = out.align();
        JpegWriter writer = new JpegWriter(end + end / 16);
        writer.head(received, sequential(), turn::turned);
        writer.scan(parts, 0, out.bytes(), new int[] {end});
        return writer.end();
    }

    private Frame sequential() {
        boolean baseline = frame.components().stream()
                .noneMatch(component -> received.quantization(component).isWide());
        return new Frame(
                baseline ? Frame.Coding.BASELINE : Frame.Coding.EXTENDED,
                frame.width(),
                frame.height(),
                frame.components(),
                frame.mcusAcross(),
                frame.mcusDown());
    }
}
