/**
 * PNG files (PNG specification, third edition): parsing, decoding to samples, encoding.
 *
 * <p>The parser checks lengths, checksums and the order of chunks, and bounds the decoder's work before anything is
 * inflated.
 */
package org.medexam.smp.imaging.png;
