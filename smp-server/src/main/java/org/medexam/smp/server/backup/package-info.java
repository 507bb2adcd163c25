/**
 * Backups and verifications that the running server makes itself: by its schedule, and asked by the tool on this
 * machine. What they do stands in {@code core.backup} and {@code core.verify}; here is when, how far, and what came of
 * it. One of each at a time.
 */
package org.medexam.smp.server.backup;
