package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.McuLayout;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;

/** Walks over one scan's MCUs and restart intervals (T.81, E.2.4) and has each block read. */
public final class ScanDecoder {

    private final EntropyCodedData data;
    private final McuLayout layout;
    private final Plane[] planes;
    private final BlockDecoder reader;
    private final int across;
    private final int down;
    private final int untilRestart;

    private ScanDecoder(Frame frame, DecodableScan scan, Plane[] planes, BlockDecoder reader) {
        this.data = scan.data();
        this.layout = McuLayout.of(scan);
        this.planes = planes;
        this.reader = reader;
        this.across = scan.mcusAcross(frame);
        this.down = scan.mcusDown(frame);
        this.untilRestart = scan.restartInterval() == 0 ? Integer.MAX_VALUE : scan.restartInterval();
    }

    /** @param planes of all components of the frame, which take what the scan says */
    public static void read(Frame frame, DecodableScan scan, Plane[] planes) {
        Plane[] ofParts = scan.parts().stream()
                .map(part -> planes[part.component().index()])
                .toArray(Plane[]::new);
        new ScanDecoder(frame, scan, ofParts, reader(frame, scan, ofParts)).walk();
    }

    private static BlockDecoder reader(Frame frame, DecodableScan scan, Plane[] planes) {
        if (frame.coding() != Frame.Coding.PROGRESSIVE) {
            return new SequentialBlockDecoder(scan, planes);
        }
        return scan.spectralStart() == 0
                ? new ProgressiveDcDecoder(scan, planes)
                : new ProgressiveAcDecoder(scan, planes[0]);
    }

    private void walk() {
        int left = untilRestart;
        int interval = 0;
        int position = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; ) {
                if (left == 0) {
                    RestartIntervals.mustBeUsedUp(data, interval, position);
                    reader.restart();
                    if (++interval >= data.intervals()) {
                        throw JpegErrors.invalid("the data end after restart interval " + (interval - 1) + " (E.2.4)");
                    }
                    position = data.start(interval);
                    left = untilRestart;
                }
                // an MCU of one component is one block (A.2.2)
                int count = planes.length > 1 ? 1 : Math.min(left, across - column);
                position = planes.length > 1
                        ? readMcu(row, column, position, interval)
                        : readBlocks(row, column, count, position, interval);
                left -= count;
                column += count;
            }
        }
        RestartIntervals.mustBeLast(data, interval, position);
        reader.restart();
    }

    /** @return the bit after the blocks */
    private int readBlocks(int row, int column, int count, int position, int interval) {
        try {
            int at = reader.readRow(position, planes[0].block(row, column), count, data.end(interval));
            if (at > data.end(interval)) {
                throw InvalidEntropyData.dataEnd(row, down);
            }
            return at;
        } catch (InvalidEntropyData e) {
            throw e.in(data, interval, row, down);
        }
    }

    /** @return the bit after the MCU */
    private int readMcu(int row, int column, int position, int interval) {
        int at = position;
        try {
            for (int b = 0; b < layout.blocks(); b++) {
                int part = layout.part(b);
                int block = planes[part].block(
                        row * layout.stepDown(b) + layout.down(b), column * layout.stepAcross(b) + layout.across(b));
                at = reader.read(at, part, block);
                // before the next block, since correction bits are no codes and would run on for long
                if (at > data.end(interval)) {
                    throw InvalidEntropyData.dataEnd(row, down);
                }
            }
        } catch (InvalidEntropyData e) {
            throw e.in(data, interval, row, down);
        }
        return at;
    }
}
