package org.medexam.smp.imaging.stamp;

import org.medexam.smp.imaging.inspect.PictureFormat;

/**
 * The only form in which a picture is ever stored or served. The array belongs to whoever asked for the stamp and is
 * not copied.
 *
 * @param bytes the whole file
 * @param format of the file; a received PNG may come out as a JPEG
 * @param width upright, in pixels
 * @param height upright, in pixels
 */
public record StampedPicture(byte[] bytes, PictureFormat format, int width, int height) {}
