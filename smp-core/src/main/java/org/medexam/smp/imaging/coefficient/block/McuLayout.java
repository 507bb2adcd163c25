package org.medexam.smp.imaging.coefficient.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;

/**
 * The order of the blocks in an MCU of a scan (T.81, A.2.3). In a scan of a single component an MCU is one block,
 * whatever its sampling factors (A.2.2).
 */
public final class McuLayout {

    private record BlockOffset(DecodableScan.Part part, int across, int down) {}

    private final DecodableScan scan;
    private final List<BlockOffset> offsets;
    private final int[] parts;

    private McuLayout(DecodableScan scan, List<BlockOffset> offsets) {
        this.scan = scan;
        this.offsets = offsets;
        this.parts = offsets.stream()
                .mapToInt(offset -> scan.parts().indexOf(offset.part()))
                .toArray();
    }

    public static McuLayout of(DecodableScan scan) {
        List<BlockOffset> offsets = new ArrayList<>();
        for (DecodableScan.Part part : scan.parts()) {
            int down = scan.isInterleaved() ? part.component().vertical() : 1;
            int across = scan.isInterleaved() ? part.component().horizontal() : 1;
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    offsets.add(new BlockOffset(part, x, y));
                }
            }
        }
        return new McuLayout(scan, offsets);
    }

    /** Blocks in an MCU. */
    public int blocks() {
        return parts.length;
    }

    /** Index of the block's component in the scan. */
    public int part(int b) {
        return parts[b];
    }

    public Component component(int b) {
        return offsets.get(b).part().component();
    }

    /** For each block the index of its component in the scan. Not to be altered. */
    public int[] parts() {
        return parts;
    }

    /** The block's column within the MCU. */
    public int across(int b) {
        return offsets.get(b).across();
    }

    /** The block's row within the MCU. */
    public int down(int b) {
        return offsets.get(b).down();
    }

    /** Columns of the component's blocks from one MCU to the next. */
    public int stepAcross(int b) {
        return scan.isInterleaved() ? component(b).horizontal() : 1;
    }

    /** Rows of the component's blocks from one MCU to the next. */
    public int stepDown(int b) {
        return scan.isInterleaved() ? component(b).vertical() : 1;
    }

    /** An array of one value a block, computed from its component. */
    public <T> T[] perBlock(IntFunction<T[]> array, Function<DecodableScan.Part, T> of) {
        return offsets.stream().map(offset -> of.apply(offset.part())).toArray(array);
    }
}
