package org.medexam.smp.bench;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.medexam.smp.imaging.inspect.PictureFacts;

/**
 * One picture of the bench.
 *
 * @param number place in the list
 * @param file where it lies
 * @param bytes as received
 * @param facts what the inspector says
 * @param tile the mark as the peers put it on: grey, as opaque as the mask says
 */
record Sample(int number, Path file, byte[] bytes, PictureFacts facts, BufferedImage tile) {}
