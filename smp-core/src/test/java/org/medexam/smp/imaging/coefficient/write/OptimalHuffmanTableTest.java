package org.medexam.smp.imaging.coefficient.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

class OptimalHuffmanTableTest {

    @Test
    void limitsCodesToSixteenBitsForAnyCounts() {
        int[] counts = new int[256];
        long a = 1;
        long b = 1;
        // counts of Fibonacci make the deepest tree there is
        for (int symbol = 0; symbol < 40; symbol++) {
            counts[symbol] = (int) Math.min(Integer.MAX_VALUE / 64, a);
            long next = a + b;
            a = b;
            b = next;
        }
        HuffmanTable table = OptimalHuffmanTable.of(counts);
        for (int symbol = 0; symbol < 40; symbol++) {
            assertThat(table.length(symbol)).isBetween(1, 16);
        }
        assertThat(table.length(40)).isZero();
    }

    @Test
    void isNoLongerThanEntropyAndOneBitASymbol() {
        Random random = new Random(5);
        int[] counts = new int[256];
        long total = 0;
        for (int symbol = 0; symbol < 256; symbol++) {
            counts[symbol] = 1 + (int) Math.exp(random.nextDouble() * 10);
            total += counts[symbol];
        }
        HuffmanTable table = OptimalHuffmanTable.of(counts);
        double entropy = 0;
        long bits = 0;
        for (int symbol = 0; symbol < 256; symbol++) {
            entropy -= counts[symbol] * Math.log((double) counts[symbol] / total) / Math.log(2);
            bits += (long) counts[symbol] * table.length(symbol);
        }
        assertThat((double) bits).isBetween(entropy, entropy + 0.2 * total);
    }

    @Test
    void givesASingleSymbolOneBit() {
        int[] counts = new int[256];
        counts[7] = 3;
        HuffmanTable table = OptimalHuffmanTable.of(counts);

        assertThat(table.length(7)).isEqualTo(1);
        assertThat(table.code(7)).isZero();
    }
}
