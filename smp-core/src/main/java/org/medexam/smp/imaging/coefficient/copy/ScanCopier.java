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
 * Goes once over a sequential scan (T.81, F.2) and writes it again, edited.
 *
 * <p>A block that stays as it is is measured only: its bits wait between {@code copied} and the reading place until a
 * touched block comes, and then go over in one copy. What changes in a touched block beside its own codes is the DC
 * difference of the next block of the same component, which is written anew as well.
 *
 * <p>For one picture, one scan, one use.
 */
final class ScanCopier {

    private final Frame frame;
    private final DecodableScan scan;
    private final BlockEdit edit;
    private final BitWriter out;
    private final byte[] bits;

    /** What each block of an MCU needs, by its place in the MCU (A.2.3). */
    private final McuLayout layout;

    private final HuffmanTable[] dcTables;
    private final HuffmanTable[] acTables;
    private final DcLookup[] starts;
    private final AcLookup[] skips;
    private final BlockEncoder[] codes;

    /** What shall become of each block of a row of MCUs, block by block in the order of the scan. */
    private final int[] plan;

    private final int[] rowPlan;

    /** By component: the last DC coefficient, and by how much it was changed in the output. */
    private final int[] prediction;

    private final int[] shift;

    private final Block block = new Block();
    private final int[] intervalEnds;
    /** The first bit that is not written yet. */
    private int copied;

    /** The row of MCUs under way. */
    private int row;

    ScanCopier(Frame frame, DecodableScan scan, ScanLookups tables, BlockEdit edit, BitWriter out) {
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
        this.starts = layout.perBlock(DcLookup[]::new, tables::start);
        this.skips = layout.perBlock(AcLookup[]::new, tables::skip);
        this.codes = layout.perBlock(BlockEncoder[]::new, tables::codes);
        Arrays.fill(plan, BlockEdit.UNTOUCHED);
    }

    /** @return of each restart interval the byte after its last in the output */
    int[] run() {
        EntropyCodedData data = scan.data();
        int mcusAcross = scan.mcusAcross(frame);
        int untilRestart = scan.restartInterval() == 0 ? Integer.MAX_VALUE : scan.restartInterval();
        int left = untilRestart;
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
                    left = untilRestart;
                }
                int count = Math.min(left, mcusAcross - mcu);
                position = passMcus(position, mcu, count, interval);
                mcu += count;
                left -= count;
            }
        }
        endLastInterval(interval, position);
        return Arrays.copyOf(intervalEnds, interval + 1);
    }

    private void endInterval(int interval, int position) {
        RestartIntervals.mustBeUsedUp(scan.data(), interval, position);
        if (interval + 1 >= scan.data().intervals()) {
            throw JpegErrors.invalid("the data end after restart interval " + interval + " (E.2.4)");
        }
        finish(interval, position);
    }

    private void endLastInterval(int interval, int position) {
        RestartIntervals.mustBeLast(scan.data(), interval, position);
        finish(interval, position);
    }

    private void finish(int interval, int position) {
        out.copy(bits, copied, position);
        intervalEnds[interval] = out.align();
        Arrays.fill(prediction, 0);
        Arrays.fill(shift, 0);
    }

    /** Asks for a plan of each row of luma blocks in this row of MCUs and sorts it into the order of the scan. */
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
            for (int place = b; place < plan.length; place += layout.blocks()) {
                plan[place] = column < columns ? rowPlan[column] : BlockEdit.UNTOUCHED;
                column += layout.stepAcross(b);
            }
        }
        row = mcuRow;
    }

    /** Passes over MCUs of one interval. @return the bit after them */
    private int passMcus(int position, int firstMcu, int count, int interval) {
        try {
            int end = passMcus(position, firstMcu, count);
            if (end > scan.data().end(interval)) {
                throw InvalidEntropyData.dataEnd(row, scan.mcusDown(frame));
            }
            return end;
        } catch (InvalidEntropyData e) {
            throw e.in(scan.data(), interval, row, scan.mcusDown(frame));
        }
    }

    /**
     * The inner loop: everything that is paid for each block of the picture.
     *
     * <p>Each look-up depends on how long the one before was, and nothing else may lengthen that chain. So the bits are
     * loaded for where a look-up begins, beside it, and what it swallows is shifted out of them afterwards.
     */
    private int passMcus(int from, int firstMcu, int count) {
        byte[] bits = scan.data().bits();
        int[] plan = this.plan;
        int[] prediction = this.prediction;
        int[] shift = this.shift;
        int[] partOf = layout.parts();
        int blocks = partOf.length;
        int position = from;
        long window = BitWindow.at(bits, position);
        int place = firstMcu * blocks;
        for (int mcu = 0; mcu < count; mcu++) {
            for (int b = 0; b < blocks; b++, place++) {
                int part = partOf[b];
                int start = starts[b].look(window);
                if (start == 0 || plan[place] != BlockEdit.UNTOUCHED || shift[part] != 0) {
                    position = passSlowly(position, b, place);
                    window = BitWindow.at(bits, position);
                    continue;
                }
                prediction[part] += DcLookup.difference(start);
                window = BitWindow.at(bits, position) << start;
                position += DcLookup.length(start);
                int k = DcLookup.place(start);
                if (k == Block.SIZE) {
                    continue;
                }
                AcLookup skip = skips[b];
                int entry;
                do {
                    entry = skip.look(window);
                    window = BitWindow.at(bits, position) << entry;
                    position += AcLookup.length(entry);
                    k += AcLookup.places(entry);
                } while (k < Block.SIZE);
                if (!AcLookup.isEnd(k)) {
                    position = skip.skipOneByOne(bits, position - AcLookup.length(entry), k - AcLookup.places(entry));
                    window = BitWindow.at(bits, position);
                }
            }
        }
        return position;
    }

    /** A touched block, the block after one, or a DC code too long for the first look. */
    private int passSlowly(int position, int b, int place) {
        int part = layout.part(b);
        long window = BitWindow.at(bits, position);
        int found = dcTables[b].find(window);
        int category = DcSymbols.mustExist(found, position);
        int length = found >> 8;
        int difference = AdditionalBits.extend(window << length, category);
        int acPosition = position + length + category;
        int value = prediction[part] + difference;
        prediction[part] = value;
        if (plan[place] == BlockEdit.UNTOUCHED) {
            if (shift[part] != 0) {
                out.copy(bits, copied, position);
                out.makeRoomForBlock();
                int exact = difference - shift[part];
                codes[b].putDc(exact, exact, out);
                shift[part] = 0;
                copied = acPosition;
            }
            return skips[b].skip(bits, acPosition);
        }
        int end = AcDecoder.decode(acTables[b], bits, acPosition, block);
        block.setDc(value);
        edit.apply(plan[place], row * layout.stepDown(b) + layout.down(b), column(b, place), block);
        block.limitDc();
        int wanted = block.get(0) - value;
        out.copy(bits, copied, position);
        out.makeRoomForBlock();
        int written = codes[b].putDc(difference + wanted - shift[part], difference, out);
        shift[part] += written - difference;
        codes[b].putAc(block, out);
        copied = end;
        return end;
    }

    private int column(int b, int place) {
        return place / layout.blocks() * layout.stepAcross(b) + layout.across(b);
    }
}
