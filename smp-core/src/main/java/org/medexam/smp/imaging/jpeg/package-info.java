/**
 * The JPEG parser: markers, segments, the frame and the scan headers (ITU-T T.81, annex B), in one pass over the file.
 *
 * <p>The parser refuses what browsers do not show and limits the work of decoding; time and memory are bounded by the
 * number of bytes. Nothing is decoded here.
 */
package org.medexam.smp.imaging.jpeg;
