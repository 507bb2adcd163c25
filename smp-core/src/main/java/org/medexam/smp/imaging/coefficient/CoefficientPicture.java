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
 * All coefficients of a picture: decoded from any coding that {@link DecodableJpeg} supports, rotated, edited, and
 * encoded as one sequential scan with optimal Huffman tables. Mutable; for one thread.
 */
public final class CoefficientPicture {

    /** Forty megapixels with halved chroma stay just below. */
    private static final long MAX_BLOCKS = 1_000_000;

    private final DecodableJpeg received;
    private final LosslessTransform transform;
    private final Frame frame;
    private final Plane[] planes;

    private CoefficientPicture(DecodableJpeg received, LosslessTransform transform, Frame frame, Plane[] planes) {
        this.received = received;
        this.transform = transform;
        this.frame = frame;
        this.planes = planes;
    }

    /** Memory of the coefficients in bytes; {@link #transformed} needs twice as much. */
    public static long memory(Frame frame) {
        return frame.blocks() * Plane.BYTES_PER_BLOCK;
    }

    /**
     * Whether the picture is small enough to be held in memory, and its data are long enough for its blocks: each block
     * takes at least one bit, so that a short file cannot claim much memory.
     */
    public static boolean supports(DecodableJpeg picture) {
        long bits = picture.scans().stream()
                .mapToLong(scan -> scan.data().end(scan.data().intervals() - 1))
                .sum();
        return picture.frame().blocks() <= Math.min(MAX_BLOCKS, bits);
    }

    /**
     * Decodes all scans.
     *
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the data of a scan break the standard
     */
    public static CoefficientPicture decode(DecodableJpeg file) {
        Frame frame = file.frame();
        Plane[] planes = frame.components().stream().map(Plane::new).toArray(Plane[]::new);
        for (DecodableScan scan : file.scans()) {
            ScanDecoder.decode(frame, scan, planes);
        }
        return new CoefficientPicture(file, LosslessTransform.NONE, frame, planes);
    }

    /** A rotated or mirrored copy; this picture must not be transformed yet and is not changed. */
    public CoefficientPicture transformed(LosslessTransform wanted) {
        if (wanted.equals(LosslessTransform.NONE)) {
            return this;
        }
        Frame transformed = wanted.apply(frame);
        Plane[] moved = IntStream.range(0, planes.length)
                .mapToObj(i -> wanted.apply(planes[i], transformed.components().get(i)))
                .toArray(Plane[]::new);
        return new CoefficientPicture(received, wanted, transformed, moved);
    }

    /** The coefficients of each component. */
    Plane[] planes() {
        return planes.clone();
    }

    public Frame frame() {
        return frame;
    }

    /** The quantization table of the luma coefficients, in the present orientation. */
    public QuantizationTable lumaQuantization() {
        return transform.apply(received.quantization(received.frame().luma()));
    }

    /** Applies an edit to the luma blocks. */
    public void edit(BlockEdit edit) {
        Plane luma = planes[0];
        int columns = luma.component().blocksAcross();
        int[] handles = new int[columns];
        Block block = new Block();
        for (int row = 0; row < luma.component().blocksDown(); row++) {
            edit.plan(row, handles, columns);
            for (int column = 0; column < columns; column++) {
                if (handles[column] != BlockEdit.UNCHANGED) {
                    int number = luma.block(row, column);
                    luma.load(number, block);
                    edit.apply(handles[column], row, column, block);
                    block.clampDc();
                    luma.store(number, block);
                }
            }
        }
    }

    /**
     * Encodes the picture as a sequential JPEG.
     *
     * @param limit the maximal length of the entropy-coded data in bytes
     * @return the whole file
     * @throws NotEncodable if the data would be longer
     */
    public byte[] encode(int limit) {
        ScanEncoder scan = new ScanEncoder(frame, planes);
        BitWriter out = new BitWriter(limit, limit);
        List<DecodableScan.Part> parts = scan.encode(out);
        int end = out.align();
        JpegWriter writer = new JpegWriter(end + end / 16);
        writer.head(received, sequential(), transform::apply);
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
