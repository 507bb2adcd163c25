/**
 * Authentication and access control. Every resource method lists its callers with
 * {@link org.medexam.smp.server.access.Access}; a method without it is refused. Checks follow the order of the contract
 * (§2): signature, claims, lifetime, scope. {@link org.medexam.smp.server.dossier.Dossiers} decides which dossiers a
 * caller sees.
 *
 * <p>The addresses below {@code /v1/control} serve only the configuration tool on the same machine and answer 404 to
 * every other caller.
 */
package org.medexam.smp.server.access;
