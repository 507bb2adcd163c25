/**
 * Compares the rows of pictures with their files and names every one that does not fit: missing, altered, swapped,
 * unreadable, orphaned; puts right from a backup what can be.
 *
 * <p>Promises to the district's IT: works while the server runs and takes no lock; goes on where it was when it was
 * interrupted; nothing that is right is ever written to, and nothing damaged is thrown away. What it found lies in {@code
 * SMP_HOME/data/verify-findings.jsonl}, so that whoever asked the server to look can read it. No clock: times are
 * passed in.
 */
package org.medexam.smp.core.verify;
