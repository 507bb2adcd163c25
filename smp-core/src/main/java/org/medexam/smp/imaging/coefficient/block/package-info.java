/**
 * Blocks of 8 × 8 quantized DCT coefficients (T.81, A.3) and their order in a scan.
 */
package org.medexam.smp.imaging.coefficient.block;
