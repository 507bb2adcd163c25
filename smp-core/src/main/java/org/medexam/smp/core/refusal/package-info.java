/**
 * What SMP says no with: one unchecked exception that carries one code of the outer contract (§3).
 *
 * <p>A code is all that leaves this package; its HTTP status and its words for a person belong to whoever
 * talks to that person (the server's {@code problem} package, the tool's message files).
 */
package org.medexam.smp.core.refusal;
