/**
 * Decodes entropy-coded data to coefficients (T.81, F.2 and G.2). Every code, every coefficient index and the number
 * of blocks are checked.
 */
package org.medexam.smp.imaging.coefficient.read;
