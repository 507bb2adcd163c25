package org.medexam.smp.imaging.jpeg.scan;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The typical Huffman tables (T.81, K.3.3), which most cameras and phones use unchanged. A received table that equals
 * one of them is replaced by the shared instance, whose lookup tables are derived once.
 */
public final class StandardTables {

    public static final HuffmanTable DC_LUMA = table("00010501010101010100000000000000", "000102030405060708090a0b");
    public static final HuffmanTable DC_CHROMA = table("00030101010101010101010000000000", "000102030405060708090a0b");
    public static final HuffmanTable AC_LUMA = table("0002010303020403050504040000017d", """
            01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a34\
            35363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a9293949596\
            9798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1\
            f2f3f4f5f6f7f8f9fa""");
    public static final HuffmanTable AC_CHROMA = table("00020102040403040705040400010277", """
            000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a26272829\
            2a35363738393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a929394\
            95969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9ea\
            f2f3f4f5f6f7f8f9fa""");

    private StandardTables() {}

    private static HuffmanTable table(String bits, String values) {
        byte[] lengths = HexFormat.of().parseHex(bits);
        int[] counts = new int[HuffmanTable.MAX_LENGTH + 1];
        for (int i = 0; i < lengths.length; i++) {
            counts[i + 1] = lengths[i] & 0xFF;
        }
        return new HuffmanTable(counts, HexFormat.of().parseHex(values));
    }

    /** The shared table with this content. */
    static Optional<HuffmanTable> find(int[] counts, byte[] values) {
        for (HuffmanTable table : new HuffmanTable[] {AC_LUMA, AC_CHROMA, DC_LUMA, DC_CHROMA}) {
            if (table.hasContent(counts, values)) {
                return Optional.of(table);
            }
        }
        return Optional.empty();
    }
}
