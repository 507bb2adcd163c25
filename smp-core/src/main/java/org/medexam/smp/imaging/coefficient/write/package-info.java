/**
 * Encodes coefficients as sequential entropy-coded data (T.81, F.1). Output never exceeds a limit given in bytes.
 */
package org.medexam.smp.imaging.coefficient.write;
