package org.medexam.smp.imaging.stamp;

import org.medexam.smp.imaging.inspect.PictureFormat;

/**
 * A stamped picture, the only form in which a picture is stored or served. The array is not copied.
 *
 * @param bytes the whole file
 * @param format of the file; a received PNG may become a JPEG
 * @param width upright, in pixels
 * @param height upright, in pixels
 */
public record StampedPicture(byte[] bytes, PictureFormat format, int width, int height) {}
