package org.medexam.smp.imaging.coefficient.read;

import org.medexam.smp.imaging.coefficient.block.McuLayout;
import org.medexam.smp.imaging.coefficient.block.Plane;
import org.medexam.smp.imaging.jpeg.Frame;
import org.medexam.smp.imaging.jpeg.JpegErrors;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.EntropyCodedData;

/** Decodes the MCUs and restart intervals of a scan (T.81, E.2.4). */
public final class ScanDecoder {

    private final EntropyCodedData data;
    private final McuLayout layout;
    private final Plane[] planes;
    private final BlockDecoder decoder;
    private final int across;
    private final int down;
    private final int restartInterval;

    private ScanDecoder(Frame frame, DecodableScan scan, Plane[] planes, BlockDecoder decoder) {
        this.data = scan.data();
        this.layout = McuLayout.of(scan);
        this.planes = planes;
        this.decoder = decoder;
        this.across = scan.mcusAcross(frame);
        this.down = scan.mcusDown(frame);
        this.restartInterval = scan.restartInterval() == 0 ? Integer.MAX_VALUE : scan.restartInterval();
    }

    /**
     * Decodes a scan.
     *
     * @param planes of all components of the frame; receive the coefficients of the scan
     * @throws org.medexam.smp.imaging.PictureException {@code UNREADABLE} if the data break the standard
     */
    public static void decode(Frame frame, DecodableScan scan, Plane[] planes) {
        Plane[] ofParts = scan.parts().stream()
                .map(part -> planes[part.component().index()])
                .toArray(Plane[]::new);
        new ScanDecoder(frame, scan, ofParts, decoder(frame, scan, ofParts)).decode();
    }

    private static BlockDecoder decoder(Frame frame, DecodableScan scan, Plane[] planes) {
        if (!frame.progressive()) {
            return new SequentialBlockDecoder(scan, planes);
        }
        return scan.spectralStart() == 0
                ? new ProgressiveDcDecoder(scan, planes)
                : new ProgressiveAcDecoder(scan, planes[0]);
    }

    private void decode() {
        int left = restartInterval;
        int interval = 0;
        int position = 0;
        for (int row = 0; row < down; row++) {
            for (int column = 0; column < across; ) {
                if (left == 0) {
                    RestartIntervals.checkEnd(data, interval, position);
                    decoder.restart();
                    if (++interval >= data.intervals()) {
                        throw JpegErrors.invalid("the data end after restart interval " + (interval - 1) + " (E.2.4)");
                    }
                    position = data.start(interval);
                    left = restartInterval;
                }
                // an MCU of one component is one block (A.2.2)
                int count = planes.length > 1 ? 1 : Math.min(left, across - column);
                position = planes.length > 1
                        ? decodeMcu(row, column, position, interval)
                        : decodeBlocks(row, column, count, position, interval);
                left -= count;
                column += count;
            }
        }
        RestartIntervals.checkLast(data, interval, position);
        decoder.restart();
    }

    /** @return the bit after the blocks */
    private int decodeBlocks(int row, int column, int count, int position, int interval) {
        try {
            int at = decoder.decodeRow(position, planes[0].block(row, column), count, data.end(interval));
            if (at > data.end(interval)) {
                throw InvalidEntropyData.dataEnd(row, down);
            }
            return at;
        } catch (InvalidEntropyData e) {
            throw e.in(data, interval, row, down);
        }
    }

    /** @return the bit after the MCU */
    private int decodeMcu(int row, int column, int position, int interval) {
        int at = position;
        try {
            for (int b = 0; b < layout.blocks(); b++) {
                int part = layout.part(b);
                int block = planes[part].block(
                        row * layout.stepDown(b) + layout.down(b), column * layout.stepAcross(b) + layout.across(b));
                at = decoder.decode(at, part, block);
                // before the next block, since correction bits are no codes and would continue far past the end
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
