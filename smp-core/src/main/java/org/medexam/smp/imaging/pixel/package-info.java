/**
 * From checked picture bytes to pixels and back, in bounded memory.
 *
 * <p>For {@code stamp}, which draws on the pixels. Takes only what {@code picture} has accepted; whatever a decoder
 * throws leaves as a {@link org.medexam.smp.imaging.PictureException}.
 */
package org.medexam.smp.imaging.pixel;
