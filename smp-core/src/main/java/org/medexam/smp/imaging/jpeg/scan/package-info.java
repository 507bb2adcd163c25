/**
 * The scans of a parsed JPEG with their Huffman tables, quantization tables and entropy-coded data, and the writer of
 * such scans.
 *
 * <p>Reading is strict. What T.81 forbids is refused with the clause; what it allows and the coefficient codec does not
 * decode (four components, fractional sampling …) is {@link org.medexam.smp.imaging.jpeg.scan.UnsupportedCoding}.
 */
package org.medexam.smp.imaging.jpeg.scan;
