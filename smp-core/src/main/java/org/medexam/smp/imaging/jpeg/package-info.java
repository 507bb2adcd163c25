/**
 * What a JPEG file says about itself, as ITU-T T.81 (the JPEG standard) words it: markers, frame, scans, tables, and
 * the entropy-coded data freed of its stuffing. To be read by whoever works on coefficients; no pixel is decoded here.
 *
 * <p>Reading is strict. What the standard forbids is refused as {@code image-unreadable} with the place and the clause
 * in the inner reason; what it allows and this engine does not take on (four components, arithmetic coding, twelve
 * bits …) is {@link org.medexam.smp.imaging.jpeg.UnsupportedCoding}. Time and memory are bounded by the number of bytes given.
 */
package org.medexam.smp.imaging.jpeg;
