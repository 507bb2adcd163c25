/**
 * Error responses. Every error below {@code /nme/ext} is {@code application/problem+json} (RFC 9457) with a status from
 * {@link org.medexam.smp.server.problem.ProblemTable}, in and outside JAX-RS.
 *
 * <p>A response has the code, its text from the message files and an incident id. The log has the cause and the stack
 * trace under the same id.
 */
package org.medexam.smp.server.problem;
