/**
 * The command line {@code smp}. Promises to scripts and to people: exit code 0 when it did what was asked, 1 when it
 * could not, 2 when it was asked wrongly, by arguments or by settings; what went wrong is one sentence on the error
 * output.
 */
package org.medexam.smp.tool.command;
