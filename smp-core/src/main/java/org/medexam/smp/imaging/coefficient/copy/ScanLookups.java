package org.medexam.smp.imaging.coefficient.copy;

import java.util.IdentityHashMap;
import java.util.Map;
import org.medexam.smp.imaging.coefficient.write.BlockEncoder;
import org.medexam.smp.imaging.coefficient.write.EncodingTable;
import org.medexam.smp.imaging.jpeg.scan.DecodableScan;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** The lookup tables and codes of a scan, each derived once from its Huffman table. */
final class ScanLookups {

    private final LookupCache cache;
    private final Map<HuffmanTable, EncodingTable> codes = new IdentityHashMap<>();
    private final Map<DecodableScan.Part, BlockEncoder> encoders = new IdentityHashMap<>();

    ScanLookups(LookupCache cache) {
        this.cache = cache;
    }

    DcLookup dc(DecodableScan.Part part) {
        return cache.dc(part.dc(), part.ac());
    }

    AcLookup ac(DecodableScan.Part part) {
        return cache.ac(part.ac());
    }

    BlockEncoder encoder(DecodableScan.Part part) {
        return encoders.computeIfAbsent(part, p -> new BlockEncoder(codes(p.dc()), codes(p.ac())));
    }

    /** The codes that the output has for a received table. */
    EncodingTable codes(HuffmanTable table) {
        return codes.computeIfAbsent(table, EncodingTable::new);
    }
}
