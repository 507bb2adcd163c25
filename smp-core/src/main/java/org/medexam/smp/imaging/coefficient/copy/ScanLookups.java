package org.medexam.smp.imaging.coefficient.copy;

import java.util.IdentityHashMap;
import java.util.Map;
import org.medexam.smp.imaging.coefficient.write.BlockEncoder;
import org.medexam.smp.imaging.coefficient.write.EncodingTable;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** The look-ups and codes of one scan, each derived once from its table. */
final class ScanLookups {

    private final LookupCache derived;
    private final Map<HuffmanTable, EncodingTable> codes = new IdentityHashMap<>();
    private final Map<DecodableScan.Part, BlockEncoder> blockCodes = new IdentityHashMap<>();

    ScanLookups(LookupCache derived) {
        this.derived = derived;
    }

    DcLookup start(DecodableScan.Part part) {
        return derived.start(part.dc(), part.ac());
    }

    AcLookup skip(DecodableScan.Part part) {
        return derived.skip(part.ac());
    }

    BlockEncoder codes(DecodableScan.Part part) {
        return blockCodes.computeIfAbsent(part, p -> new BlockEncoder(codes(p.dc()), codes(p.ac())));
    }

    /** The codes that a table's symbols are written with. */
    EncodingTable codes(HuffmanTable table) {
        return codes.computeIfAbsent(table, EncodingTable::new);
    }
}
