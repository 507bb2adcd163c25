/**
 * Backup, verify and their words, for the command line and the window: in this process where it can reach the
 * database, and by asking the running server where only that can (the embedded database).
 */
package org.medexam.smp.tool.backup;
