package org.medexam.smp.imaging.coefficient.read;

import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Decodes the DC coefficients of a progressive picture: the first scan, then refinements bit by bit (T.81, G.1.2.1). */
final class ProgressiveDcDecoder implements BlockDecoder {

    private final DecodableScan scan;
    private final byte[] bits;
    private final Plane[] planes;
    private final HuffmanTable[] tables;
    private final int[] prediction;

    ProgressiveDcDecoder(DecodableScan scan, Plane[] planes) {
        this.scan = scan;
        this.bits = scan.data().bits();
        this.planes = planes;
        this.tables = scan.parts().stream().map(DecodableScan.Part::dc).toArray(HuffmanTable[]::new);
        this.prediction = new int[planes.length];
    }

    @Override
    public int decode(int position, int part, int block) {
        short[] values = planes[part].values();
        long window = BitWindow.at(bits, position);
        if (scan.high() != 0) {
            values[block * Block.SIZE] |= (short) (window >>> Long.SIZE - 1 << scan.low());
            return position + 1;
        }
        int found = tables[part].find(window);
        int category = DcSymbols.category(found, position);
        int length = found >> 8;
        prediction[part] =
                DcSymbols.checkRange(prediction[part] + AdditionalBits.extend(window << length, category), position);
        values[block * Block.SIZE] = (short) DcSymbols.checkRange(prediction[part] << scan.low(), position);
        return position + length + category;
    }

    @Override
    public void restart() {
        Arrays.fill(prediction, 0);
    }
}
