/**
 * What is accepted, in one place: the bytes of a candidate's picture go in, facts about it come out.
 *
 * <p>Nothing is decoded here. A picture is judged by its structure alone (markers, lengths, checksums, sizes), at a
 * cost that is proportional to its bytes, so that whoever decodes it afterwards knows how much memory and work it
 * can demand. Whatever does not fit is a {@link org.medexam.smp.imaging.PictureException}.
 */
package org.medexam.smp.imaging.inspect;
