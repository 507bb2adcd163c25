package org.medexam.smp.imaging.coefficient.write;

import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * Encodes all coefficients as one sequential scan (T.81, F.1.2): counts the symbols, computes optimal tables (K.2), one
 * pair for luma and one for chroma, and encodes.
 */
public final class ScanEncoder {

    private static final int LUMA = 0;
    private static final int CHROMA = 1;

    private final Frame frame;
    private final Plane[] planes;
    private final boolean interleaved;

    /** Visits each block in the order of the scan. */
    private interface Visitor {
        void visit(int tables, Plane plane, int block, int difference);
    }

    public ScanEncoder(Frame frame, Plane[] planes) {
        this.frame = frame;
        this.planes = planes;
        this.interleaved = planes.length > 1;
    }

    /**
     * Encodes the scan.
     *
     * @return the components with their tables
     * @throws NotEncodable if the output would exceed its limit
     */
    public List<DecodableScan.Part> encode(BitWriter out) {
        SymbolCounts[] counts = {new SymbolCounts(), new SymbolCounts()};
        visitAll((tables, plane, block, difference) -> counts[tables].add(plane, block, difference));
        HuffmanTable[] dc = {counts[LUMA].dcTable(), counts[CHROMA].dcTable()};
        HuffmanTable[] ac = {counts[LUMA].acTable(), counts[CHROMA].acTable()};
        BlockEncoder[] codes = {
            new BlockEncoder(new EncodingTable(dc[LUMA]), new EncodingTable(ac[LUMA])),
            new BlockEncoder(new EncodingTable(dc[CHROMA]), new EncodingTable(ac[CHROMA]))
        };
        Block scratch = new Block();
        visitAll((tables, plane, block, difference) -> {
            out.ensureBlockFits();
            codes[tables].encodeDc(difference, difference, out);
            plane.load(block, scratch);
            codes[tables].encodeAc(scratch, out);
        });
        List<DecodableScan.Part> parts = new ArrayList<>();
        for (Plane plane : planes) {
            int tables = tables(plane.component());
            parts.add(new DecodableScan.Part(plane.component(), tables, tables, dc[tables], ac[tables]));
        }
        return parts;
    }

    private static int tables(Component component) {
        return component.index() == 0 ? LUMA : CHROMA;
    }

    private void visitAll(Visitor visitor) {
        int across = interleaved ? frame.mcusAcross() : frame.luma().blocksAcross();
        int down = interleaved ? frame.mcusDown() : frame.luma().blocksDown();
        int[] prediction = new int[planes.length];
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; column++) {
                for (int i = 0; i < planes.length; i++) {
                    prediction[i] = visitMcu(planes[i], row, column, prediction[i], visitor);
                }
            }
        }
    }

    /** @return the last DC coefficient */
    private int visitMcu(Plane plane, int row, int column, int predicted, Visitor visitor) {
        Component component = plane.component();
        int stepAcross = interleaved ? component.horizontal() : 1;
        int stepDown = interleaved ? component.vertical() : 1;
        int prediction = predicted;
        for (int y = 0; y < stepDown; y++) {
            for (int x = 0; x < stepAcross; x++) {
                int block = plane.block(row * stepDown + y, column * stepAcross + x);
                int dc = plane.dc(block);
                visitor.visit(tables(component), plane, block, dc - prediction);
                prediction = dc;
            }
        }
        return prediction;
    }
}
