package org.medexam.smp.imaging.coefficient.copy;

import java.util.HashMap;
import java.util.Map;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;
import org.medexam.smp.imaging.jpeg.scan.StandardTables;

/**
 * Look-ups derived from Huffman tables. Those of the standard tables are derived once and kept, since nearly every phone
 * sends them; those of a picture's own tables live as long as the picture, so that no sender can fill the memory.
 */
final class LookupCache {

    private record Pair(HuffmanTable dc, HuffmanTable ac) {}

    private final Map<HuffmanTable, AcLookup> skips = new HashMap<>();
    private final Map<Pair, DcLookup> starts = new HashMap<>();

    /** The look-ups of the standard tables. */
    static LookupCache standard() {
        LookupCache tables = new LookupCache();
        tables.skip(StandardTables.AC_LUMA);
        tables.skip(StandardTables.AC_CHROMA);
        tables.start(StandardTables.DC_LUMA, StandardTables.AC_LUMA);
        tables.start(StandardTables.DC_CHROMA, StandardTables.AC_CHROMA);
        return tables;
    }

    /** A copy to be filled for one picture. */
    LookupCache forOnePicture() {
        LookupCache tables = new LookupCache();
        tables.skips.putAll(skips);
        tables.starts.putAll(starts);
        return tables;
    }

    AcLookup skip(HuffmanTable ac) {
        return skips.computeIfAbsent(ac, AcLookup::new);
    }

    DcLookup start(HuffmanTable dc, HuffmanTable ac) {
        return starts.computeIfAbsent(new Pair(dc, ac), pair -> new DcLookup(pair.dc(), pair.ac()));
    }
}
