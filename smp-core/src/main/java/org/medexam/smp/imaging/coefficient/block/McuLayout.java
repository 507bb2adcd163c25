package org.medexam.smp.imaging.coefficient.block;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.medexam.smp.imaging.jpeg.Component;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;

/**
 * The blocks of one MCU in the order in which a scan sends them (T.81, A.2.3).
 *
 * <p>In a scan of one component an MCU is a single block, whatever the sampling factors say (A.2.2).
 */
public final class McuLayout {

    private record BlockOffset(DecodableScan.Part part, int across, int down) {}

    private final DecodableScan scan;
    private final List<BlockOffset> places;
    private final int[] parts;

    private McuLayout(DecodableScan scan, List<BlockOffset> places) {
        this.scan = scan;
        this.places = places;
        this.parts = places.stream()
                .mapToInt(place -> scan.parts().indexOf(place.part()))
                .toArray();
    }

    public static McuLayout of(DecodableScan scan) {
        List<BlockOffset> places = new ArrayList<>();
        for (DecodableScan.Part part : scan.parts()) {
            int down = scan.isInterleaved() ? part.component().vertical() : 1;
            int across = scan.isInterleaved() ? part.component().horizontal() : 1;
            for (int y = 0; y < down; y++) {
                for (int x = 0; x < across; x++) {
                    places.add(new BlockOffset(part, x, y));
                }
            }
        }
        return new McuLayout(scan, places);
    }

    public int blocks() {
        return parts.length;
    }

    /** Index of the block's component among the scan's. */
    public int part(int b) {
        return parts[b];
    }

    public Component component(int b) {
        return places.get(b).part().component();
    }

    /** Of each block the index of its component among the scan's. Not to be changed. */
    public int[] parts() {
        return parts;
    }

    /** The block's column within the MCU. */
    public int across(int b) {
        return places.get(b).across();
    }

    /** The block's row within the MCU. */
    public int down(int b) {
        return places.get(b).down();
    }

    /** Columns of the component's blocks from one MCU to the next. */
    public int stepAcross(int b) {
        return scan.isInterleaved() ? component(b).horizontal() : 1;
    }

    /** Rows of the component's blocks from one MCU to the next. */
    public int stepDown(int b) {
        return scan.isInterleaved() ? component(b).vertical() : 1;
    }

    /** For each block what belongs to its component. */
    public <T> T[] perBlock(IntFunction<T[]> array, Function<DecodableScan.Part, T> of) {
        return places.stream().map(place -> of.apply(place.part())).toArray(array);
    }
}
