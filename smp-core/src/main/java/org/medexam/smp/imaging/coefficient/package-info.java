/**
 * The coefficients of a JPEG: decoded, edited and encoded without computing a sample.
 *
 * <p>Two ways exist. {@link org.medexam.smp.imaging.coefficient.copy.StreamingEditor} edits sequential pictures in a
 * single pass. {@link org.medexam.smp.imaging.coefficient.CoefficientPicture} holds all coefficients of a picture: for
 * progressive pictures, for pictures that must be rotated, and where new Huffman tables are needed.
 */
package org.medexam.smp.imaging.coefficient;
