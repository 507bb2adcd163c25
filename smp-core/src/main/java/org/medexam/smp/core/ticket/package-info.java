/**
 * Tickets (contract §2): what SP and MP sign and SMP believes.
 *
 * <p>Promises to the server's {@code access} package: a {@link org.medexam.smp.core.ticket.Ticket} that {@link
 * org.medexam.smp.core.ticket.TicketVerifier#verify} gives back was signed by a key of its issuer, says what its
 * scope must say, and lives now. What a scope may do and whether a ticket was used before is decided there.
 */
package org.medexam.smp.core.ticket;
