/**
 * The coefficients of a JPEG: read, changed where somebody wants them changed, and written again, without ever making
 * pixels of them.
 *
 * <p>Two ways lead through. {@link org.medexam.smp.imaging.coefficient.PassingEdit} goes over sequential scans once: blocks
 * that stay as they are are only measured and copied as bits, so that a picture costs little more than being looked at.
 * {@link org.medexam.smp.imaging.coefficient.CoefficientPicture} holds all coefficients: for progressive pictures, for those
 * that must be turned, and where new Huffman tables are wanted. Both prove every code, every coefficient's index and
 * the number of blocks on the way, and both know a longest output which they never exceed.
 */
package org.medexam.smp.imaging.coefficient;
