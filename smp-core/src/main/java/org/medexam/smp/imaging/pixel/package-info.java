/**
 * Decodes inspected pictures to pixels and encodes pixels, in bounded memory.
 *
 * <p>Every failure of a decoder becomes a {@link org.medexam.smp.imaging.PictureException}.
 */
package org.medexam.smp.imaging.pixel;
