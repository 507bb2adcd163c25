/**
 * The watermark of a district: its text as outlines, its size and strength, the tile that repeats over a picture, and
 * the keyed position and dither of each picture.
 *
 * <p>No AWT font is used: the outlines come from a resource, so that a server without fontconfig draws the same text.
 */
package org.medexam.smp.imaging.mark;
