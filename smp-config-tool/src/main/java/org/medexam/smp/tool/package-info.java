/**
 * The configuration tool's window, and what it shares with the command line: the words, the place of the
 * installation, the server's process.
 */
package org.medexam.smp.tool;
