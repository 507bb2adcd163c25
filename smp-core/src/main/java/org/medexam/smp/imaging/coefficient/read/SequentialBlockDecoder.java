package org.medexam.smp.imaging.coefficient.read;

import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Decodes the blocks of a sequential scan (T.81, F.2.2). */
final class SequentialBlockDecoder implements BlockDecoder {

    private final byte[] bits;
    private final Plane[] planes;
    private final HuffmanTable[] dc;
    private final HuffmanTable[] ac;
    private final int[] prediction;
    private final Block block = new Block();

    SequentialBlockDecoder(DecodableScan scan, Plane[] planes) {
        this.bits = scan.data().bits();
        this.planes = planes;
        this.dc = scan.parts().stream().map(DecodableScan.Part::dc).toArray(HuffmanTable[]::new);
        this.ac = scan.parts().stream().map(DecodableScan.Part::ac).toArray(HuffmanTable[]::new);
        this.prediction = new int[planes.length];
    }

    @Override
    public int decode(int position, int part, int number) {
        long window = BitWindow.at(bits, position);
        int found = dc[part].find(window);
        int category = DcSymbols.category(found, position);
        int length = found >> 8;
        prediction[part] =
                DcSymbols.checkRange(prediction[part] + AdditionalBits.extend(window << length, category), position);
        block.setDc(prediction[part]);
        int end = AcDecoder.decode(ac[part], bits, position + length + category, block);
        planes[part].store(number, block);
        return end;
    }

    @Override
    public void restart() {
        Arrays.fill(prediction, 0);
    }
}
