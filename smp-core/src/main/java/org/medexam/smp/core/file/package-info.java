/**
 * The only way files are written outside the picture store: whole, in one step, and on the disk when the call returns.
 *
 * <p>Knows nothing else of SMP. The architecture test refuses every other write to a file.
 */
package org.medexam.smp.core.file;
