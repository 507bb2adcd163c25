package org.medexam.smp.imaging.coefficient.write;

import java.util.Arrays;
import java.util.PriorityQueue;
import org.medexam.smp.imaging.jpeg.scan.HuffmanTable;

/** Computes the Huffman table that encodes given symbols in the fewest bits (T.81, K.2). */
final class OptimalHuffmanTable {

    private static final int SYMBOLS = 256;
    /** Reserves the code of ones alone; the rarest symbol. */
    private static final int RESERVED = SYMBOLS;

    /** A leaf with its symbol, or an inner node. */
    private record Node(long count, int symbol, Node left, Node right) {}

    private OptimalHuffmanTable() {}

    /** @param counts frequency of each of the 256 symbols */
    static HuffmanTable of(int[] counts) {
        int[] depths = depths(counts);
        int[] ofLength = new int[SYMBOLS + 1];
        for (int depth : depths) {
            ofLength[depth]++;
        }
        ofLength[0] = 0;
        limit(ofLength);
        return new HuffmanTable(Arrays.copyOf(ofLength, HuffmanTable.MAX_LENGTH + 1), byLength(depths));
    }

    private static int[] depths(int[] counts) {
        // among equal counts the higher symbol gets the longer code, so that the reserved one gets the longest
        PriorityQueue<Node> nodes = new PriorityQueue<>(
                (a, b) -> a.count != b.count ? Long.compare(a.count, b.count) : Integer.compare(b.symbol, a.symbol));
        nodes.add(new Node(0, RESERVED, null, null));
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            if (counts[symbol] > 0) {
                nodes.add(new Node(counts[symbol], symbol, null, null));
            }
        }
        while (nodes.size() > 1) {
            Node rarest = nodes.remove();
            Node next = nodes.remove();
            nodes.add(new Node(rarest.count + next.count, Math.max(rarest.symbol, next.symbol), next, rarest));
        }
        int[] depths = new int[SYMBOLS + 1];
        descend(nodes.remove(), 0, depths);
        return depths;
    }

    private static void descend(Node node, int depth, int[] depths) {
        if (node.left == null) {
            depths[node.symbol] = depth;
        } else {
            descend(node.left, depth + 1, depths);
            descend(node.right, depth + 1, depths);
        }
    }

    /** Adjust_BITS (figure K.3): limits codes to sixteen bits, then removes the reserved code. */
    private static void limit(int[] ofLength) {
        for (int length = ofLength.length - 1; length > HuffmanTable.MAX_LENGTH; length--) {
            while (ofLength[length] > 0) {
                int shorter = length - 2;
                while (ofLength[shorter] == 0) {
                    shorter--;
                }
                ofLength[length] -= 2;
                ofLength[length - 1]++;
                ofLength[shorter + 1] += 2;
                ofLength[shorter]--;
            }
        }
        int longest = HuffmanTable.MAX_LENGTH;
        while (longest > 0 && ofLength[longest] == 0) {
            longest--;
        }
        ofLength[longest]--;
    }

    /** Sort_input (figure K.4): symbols with short codes first, without the reserved one. */
    private static byte[] byLength(int[] depths) {
        byte[] values = new byte[SYMBOLS];
        int count = 0;
        for (int depth = 1; depth <= SYMBOLS; depth++) {
            for (int symbol = 0; symbol < SYMBOLS; symbol++) {
                if (depths[symbol] == depth) {
                    values[count++] = (byte) symbol;
                }
            }
        }
        return Arrays.copyOf(values, count);
    }
}
