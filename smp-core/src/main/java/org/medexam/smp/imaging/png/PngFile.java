package org.medexam.smp.imaging.png;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.imaging.inspect.PictureFacts;

/**
 * The chunks of one PNG, from IHDR to IEND, lengths and checksums checked. What follows IEND is not part of it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param coding colour type, depth, interlace
 * @param chunks critical chunks and sound ancillary ones, in their order
 */
public record PngFile(int width, int height, PictureFacts.PngCoding coding, List<Chunk> chunks) {

    public PngFile {
        chunks = List.copyOf(chunks);
    }

    /**
     * @param type four ASCII letters
     * @param from index of the first byte of content
     * @param to index behind the last byte of content
     */
    public record Chunk(String type, int from, int to) {
        public int length() {
            return to - from;
        }
    }

    /** The first chunk of a type. */
    public Optional<Chunk> chunk(String type) {
        return chunks.stream().filter(c -> c.type().equals(type)).findFirst();
    }

    /** Samples a pixel. */
    public int channels() {
        return switch (coding.colourType()) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
    }

    /** Bytes of one row of {@code columns} pixels, without the filter byte. */
    public int rowBytes(int columns) {
        return (int) (((long) columns * channels() * coding.bitDepth() + 7) / 8);
    }
}
