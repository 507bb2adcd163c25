/**
 * How SMP says no on the wire: every error below {@code /nme/ext} is {@code application/problem+json} (RFC 9457)
 * and comes from {@link org.medexam.smp.server.problem.ProblemTable}, also where JAX-RS has no say.
 *
 * <p>What leaves: the code, its words from the message files and an incident id. What stays in the log, under the
 * same id: the reason and the stack.
 */
package org.medexam.smp.server.problem;
