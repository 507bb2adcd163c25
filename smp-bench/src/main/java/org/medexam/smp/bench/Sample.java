package org.medexam.smp.bench;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.medexam.smp.imaging.inspect.PictureFacts;

/**
 * One picture of the bench.
 *
 * @param number index in the list
 * @param file its path
 * @param facts the inspected picture
 * @param tile the mark that the peers draw
 */
record Sample(int number, Path file, PictureFacts facts, BufferedImage tile) {

    byte[] bytes() {
        return facts.bytes();
    }
}
