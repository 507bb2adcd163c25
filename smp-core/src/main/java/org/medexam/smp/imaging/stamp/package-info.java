/**
 * Received bytes in, stamped bytes out: upright, without metadata, with the watermark over the whole picture.
 *
 * <p>Knows nothing but pictures. No AWT font is ever touched: the lettering comes as outlines in a resource, so that a
 * bare server without fontconfig stamps like any other.
 */
package org.medexam.smp.imaging.stamp;
