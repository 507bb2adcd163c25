/**
 * Decides whether a received picture is accepted, by its structure alone: markers, lengths, checksums, sizes.
 *
 * <p>Nothing is decoded. The cost is proportional to the bytes, and an accepted picture has bounded decoding time and
 * memory. A refused picture is a {@link org.medexam.smp.imaging.PictureException}.
 */
package org.medexam.smp.imaging.inspect;
