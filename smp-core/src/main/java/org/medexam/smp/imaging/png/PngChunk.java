package org.medexam.smp.imaging.png;

/**
 * The place of a chunk in its file.
 *
 * @param type four ASCII letters
 * @param from index of the first byte of content
 * @param to index after the last byte of content
 */
public record PngChunk(String type, int from, int to) {

    public int length() {
        return to - from;
    }
}
