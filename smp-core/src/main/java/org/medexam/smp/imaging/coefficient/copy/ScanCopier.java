package org.medexam.smp.imaging.coefficient.copy;

import java.util.Arrays;
import org.medexam.smp.imaging.coefficient.block.AdditionalBits;
import org.medexam.smp.imaging.coefficient.block.BitWindow;
import org.medexam.smp.imaging.coefficient.block.Block;
import org.medexam.smp.imaging.coefficient.block.BlockEdit;
import org.medexam.smp.imaging.coefficient.block.McuLayout;
import org.medexam.smp.imaging.coefficient.read.AcDecoder;
import org.medexam.smp.imaging.coefficient.read.DcSymbols;
import org.medexam.smp.imaging.coefficient.read.InvalidEntropyData;
import org.medexam.smp.imaging.coefficient.read.RestartIntervals;
import org.medexam.smp.imaging.coefficient.write.BitWriter;
import org.medexam.smp.imaging.coefficient.write.BlockEncoder;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/**
 * Copies a sequential scan (T.81, F.2) in a single pass and edits it.
 *
 * <p>Unchanged blocks are only skipped; their bits are copied together when a changed block or the end of an interval
 * follows. The DC difference of the next block of the same component is encoded anew after a changed block.
 *
 * <p>For one scan and one use.
 */
final class ScanCopier {

    private final Frame frame;
    private final DecodableScan scan;
    private final BlockEdit edit;
    private final BitWriter out;
    private final byte[] bits;

    /** The blocks of an MCU; the arrays below have one element for each of them (A.2.3). */
    private final McuLayout layout;

    private final HuffmanTable[] dcTables;
    private final HuffmanTable[] acTables;
    private final DcLookup[] dcLookups;
    private final AcLookup[] acLookups;
    private final BlockEncoder[] encoders;

    /** The handles of the edit for a row of MCUs, in the order of the scan. */
    private final int[] plan;

    private final int[] rowPlan;

    /** For each component its last DC coefficient, and the difference between output and input of it. */
    private final int[] prediction;

    private final int[] shift;

    private final Block block = new Block();
    private final int[] intervalEnds;
    /** The first bit that is not copied yet. */
    private int copied;

    /** The current row of MCUs. */
    private int row;

    ScanCopier(Frame frame, DecodableScan scan, ScanLookups lookups, BlockEdit edit, BitWriter out) {
        this.frame = frame;
        this.scan = scan;
        this.edit = edit;
        this.out = out;
        this.bits = scan.data().bits();
        this.layout = McuLayout.of(scan);
        this.plan = new int[scan.mcusAcross(frame) * layout.blocks()];
        this.rowPlan = new int[frame.luma().blocksAcross()];
        this.prediction = new int[scan.parts().size()];
        this.shift = new int[scan.parts().size()];
        this.intervalEnds = new int[scan.data().intervals()];
        this.dcTables = layout.perBlock(HuffmanTable[]::new, DecodableScan.Part::dc);
        this.acTables = layout.perBlock(HuffmanTable[]::new, DecodableScan.Part::ac);
        this.dcLookups = layout.perBlock(DcLookup[]::new, lookups::dc);
        this.acLookups = layout.perBlock(AcLookup[]::new, lookups::ac);
        this.encoders = layout.perBlock(BlockEncoder[]::new, lookups::encoder);
        Arrays.fill(plan, BlockEdit.UNCHANGED);
    }

    /**
     * Copies the scan.
     *
     * @return for each restart interval the end of its bytes in the output
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the data break the standard
     * @throws NotEncodable if a table has no room for a symbol, or the output would exceed its limit
     */
    int[] copy() {
        EntropyCodedData data = scan.data();
        int mcusAcross = scan.mcusAcross(frame);
        int restartInterval = scan.restartInterval() == 0 ? Integer.MAX_VALUE : scan.restartInterval();
        int left = restartInterval;
        int interval = 0;
        int position = 0;
        for (int row = 0; row < scan.mcusDown(frame); row++) {
            planRow(row);
            int mcu = 0;
            while (mcu < mcusAcross) {
                if (left == 0) {
                    endInterval(interval++, position);
                    position = data.start(interval);
                    copied = position;
                    left = restartInterval;
                }
                int count = Math.min(left, mcusAcross - mcu);
                position = copyMcus(position, mcu, count, interval);
                mcu += count;
                left -= count;
            }
        }
        endLastInterval(interval, position);
        return Arrays.copyOf(intervalEnds, interval + 1);
    }

    private void endInterval(int interval, int position) {
        RestartIntervals.checkEnd(scan.data(), interval, position);
        if (interval + 1 >= scan.data().intervals()) {
            throw JpegErrors.invalid("the data end after restart interval " + interval + " (E.2.4)");
        }
        finish(interval, position);
    }

    private void endLastInterval(int interval, int position) {
        RestartIntervals.checkLast(scan.data(), interval, position);
        finish(interval, position);
    }

    private void finish(int interval, int position) {
        out.copy(bits, copied, position);
        intervalEnds[interval] = out.align();
        Arrays.fill(prediction, 0);
        Arrays.fill(shift, 0);
    }

    /** Plans the luma blocks of a row of MCUs and sorts the handles into the order of the scan. */
    private void planRow(int mcuRow) {
        Component luma = frame.luma();
        for (int b = 0; b < layout.blocks(); b++) {
            if (layout.component(b) != luma) {
                continue;
            }
            int row = mcuRow * layout.stepDown(b) + layout.down(b);
            int columns = row < luma.blocksDown() ? luma.blocksAcross() : 0;
            if (columns > 0 && layout.across(b) == 0) {
                edit.plan(row, rowPlan, columns);
            }
            int column = layout.across(b);
            for (int i = b; i < plan.length; i += layout.blocks()) {
                plan[i] = column < columns ? rowPlan[column] : BlockEdit.UNCHANGED;
                column += layout.stepAcross(b);
            }
        }
        row = mcuRow;
    }

    /**
     * Copies MCUs of one restart interval.
     *
     * @return the bit after them
     */
    private int copyMcus(int position, int firstMcu, int count, int interval) {
        try {
            int end = copyMcus(position, firstMcu, count);
            if (end > scan.data().end(interval)) {
                throw InvalidEntropyData.dataEnd(row, scan.mcusDown(frame));
            }
            return end;
        } catch (InvalidEntropyData e) {
            throw e.in(scan.data(), interval, row, scan.mcusDown(frame));
        }
    }

    /**
     * The inner loop, which runs for every block of the picture.
     *
     * <p>Each lookup depends on the length of the one before; nothing else may lengthen that chain. So the bits at the
     * beginning of a lookup are loaded while it runs, and the bits that it consumes are shifted out afterwards.
     */
    private int copyMcus(int from, int firstMcu, int count) {
        byte[] bits = scan.data().bits();
        int[] plan = this.plan;
        int[] prediction = this.prediction;
        int[] shift = this.shift;
        int[] partOf = layout.parts();
        int blocks = partOf.length;
        int position = from;
        long window = BitWindow.at(bits, position);
        int i = firstMcu * blocks;
        for (int mcu = 0; mcu < count; mcu++) {
            for (int b = 0; b < blocks; b++, i++) {
                int part = partOf[b];
                int start = dcLookups[b].find(window);
                if (start == 0 || plan[i] != BlockEdit.UNCHANGED || shift[part] != 0) {
                    position = copyBlock(position, b, i);
                    window = BitWindow.at(bits, position);
                    continue;
                }
                prediction[part] += DcLookup.difference(start);
                window = BitWindow.at(bits, position) << start;
                position += DcLookup.length(start);
                int k = DcLookup.index(start);
                if (k == Block.SIZE) {
                    continue;
                }
                AcLookup lookup = acLookups[b];
                int entry;
                do {
                    entry = lookup.find(window);
                    window = BitWindow.at(bits, position) << entry;
                    position += AcLookup.length(entry);
                    k += AcLookup.advance(entry);
                } while (k < Block.SIZE);
                if (!AcLookup.isEnd(k)) {
                    position =
                            lookup.skipCodeByCode(bits, position - AcLookup.length(entry), k - AcLookup.advance(entry));
                    window = BitWindow.at(bits, position);
                }
            }
        }
        return position;
    }

    /** Copies a changed block, the block after one, or one with a DC code that is too long for the lookup. */
    private int copyBlock(int position, int b, int i) {
        int part = layout.part(b);
        long window = BitWindow.at(bits, position);
        int found = dcTables[b].find(window);
        int category = DcSymbols.category(found, position);
        int length = found >> 8;
        int difference = AdditionalBits.extend(window << length, category);
        int acPosition = position + length + category;
        int value = prediction[part] + difference;
        prediction[part] = value;
        if (plan[i] == BlockEdit.UNCHANGED) {
            if (shift[part] != 0) {
                out.copy(bits, copied, position);
                out.ensureBlockFits();
                int exact = difference - shift[part];
                encoders[b].encodeDc(exact, exact, out);
                shift[part] = 0;
                copied = acPosition;
            }
            return acLookups[b].skip(bits, acPosition);
        }
        int end = AcDecoder.decode(acTables[b], bits, acPosition, block);
        block.setDc(value);
        edit.apply(plan[i], row * layout.stepDown(b) + layout.down(b), column(b, i), block);
        block.clampDc();
        int wanted = block.get(0) - value;
        out.copy(bits, copied, position);
        out.ensureBlockFits();
        int written = encoders[b].encodeDc(difference + wanted - shift[part], difference, out);
        shift[part] += written - difference;
        encoders[b].encodeAc(block, out);
        copied = end;
        return end;
    }

    private int column(int b, int i) {
        return i / layout.blocks() * layout.stepAcross(b) + layout.across(b);
    }
}
