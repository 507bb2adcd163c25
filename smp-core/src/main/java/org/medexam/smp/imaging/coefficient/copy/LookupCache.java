package org.medexam.smp.imaging.coefficient.copy;

import java.util.HashMap;
import java.util.Map;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;
import org.medexam.smp.imaging.jpeg.scan.StandardTables;

/**
 * Lookup tables derived from Huffman tables. Those of the standard tables are derived once, since nearly every phone
 * sends them; those of other tables live as long as their picture, so that no sender can fill the memory.
 */
final class LookupCache {

    private record Pair(HuffmanTable dc, HuffmanTable ac) {}

    private final Map<HuffmanTable, AcLookup> acLookups = new HashMap<>();
    private final Map<Pair, DcLookup> dcLookups = new HashMap<>();

    /** The lookup tables of the standard Huffman tables. */
    static LookupCache standard() {
        LookupCache tables = new LookupCache();
        tables.ac(StandardTables.AC_LUMA);
        tables.ac(StandardTables.AC_CHROMA);
        tables.dc(StandardTables.DC_LUMA, StandardTables.AC_LUMA);
        tables.dc(StandardTables.DC_CHROMA, StandardTables.AC_CHROMA);
        return tables;
    }

    /** A copy that receives the tables of one picture. */
    LookupCache forOnePicture() {
        LookupCache tables = new LookupCache();
        tables.acLookups.putAll(acLookups);
        tables.dcLookups.putAll(dcLookups);
        return tables;
    }

    AcLookup ac(HuffmanTable ac) {
        return acLookups.computeIfAbsent(ac, AcLookup::new);
    }

    DcLookup dc(HuffmanTable dc, HuffmanTable ac) {
        return dcLookups.computeIfAbsent(new Pair(dc, ac), pair -> new DcLookup(pair.dc(), pair.ac()));
    }
}
