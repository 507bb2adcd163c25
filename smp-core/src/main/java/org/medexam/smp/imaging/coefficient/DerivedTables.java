package org.medexam.smp.imaging.coefficient;

import java.util.HashMap;
import java.util.Map;
import org.medexam.smp.imaging.jpeg.HuffmanTable;
import org.medexam.smp.imaging.jpeg.StandardTables;

/**
 * Look-ups derived from Huffman tables. Those of the standard tables are derived once and kept, since nearly every phone
 * sends them; those of a picture's own tables live as long as the picture, so that no sender can fill the memory.
 */
final class DerivedTables {

    private record Pair(HuffmanTable dc, HuffmanTable ac) {}

    private final Map<HuffmanTable, AcSkip> skips = new HashMap<>();
    private final Map<Pair, BlockStart> starts = new HashMap<>();

    /** The look-ups of the standard tables. */
    static DerivedTables standard() {
        DerivedTables tables = new DerivedTables();
        tables.skip(StandardTables.AC_LUMA);
        tables.skip(StandardTables.AC_CHROMA);
        tables.start(StandardTables.DC_LUMA, StandardTables.AC_LUMA);
        tables.start(StandardTables.DC_CHROMA, StandardTables.AC_CHROMA);
        return tables;
    }

    /** A copy to be filled for one picture. */
    DerivedTables forOnePicture() {
        DerivedTables tables = new DerivedTables();
        tables.skips.putAll(skips);
        tables.starts.putAll(starts);
        return tables;
    }

    AcSkip skip(HuffmanTable ac) {
        return skips.computeIfAbsent(ac, AcSkip::new);
    }

    BlockStart start(HuffmanTable dc, HuffmanTable ac) {
        return starts.computeIfAbsent(new Pair(dc, ac), pair -> new BlockStart(pair.dc(), pair.ac()));
    }
}
