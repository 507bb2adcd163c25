package org.medexam.smp.imaging.coefficient;

import java.util.IdentityHashMap;
import java.util.Map;
import org.medexam.smp.imaging.jpeg.HuffmanTable;
import org.medexam.smp.imaging.jpeg.Scan;

/** The look-ups and codes of one scan, each derived once from its table. */
final class ScanTables {

    private final DerivedTables derived;
    private final Map<HuffmanTable, HuffmanCodes> codes = new IdentityHashMap<>();
    private final Map<Scan.Part, BlockCodes> blockCodes = new IdentityHashMap<>();

    ScanTables(DerivedTables derived) {
        this.derived = derived;
    }

    BlockStart start(Scan.Part part) {
        return derived.start(part.dc(), part.ac());
    }

    AcSkip skip(Scan.Part part) {
        return derived.skip(part.ac());
    }

    BlockCodes codes(Scan.Part part) {
        return blockCodes.computeIfAbsent(part, p -> new BlockCodes(codes(p.dc()), codes(p.ac())));
    }

    /** The codes that a table's symbols are written with. */
    HuffmanCodes codes(HuffmanTable table) {
        return codes.computeIfAbsent(table, HuffmanCodes::new);
    }
}
