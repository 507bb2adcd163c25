/**
 * Who calls, and may they? Every HTTP method declares its callers with {@link org.medexam.smp.server.access.Access};
 * the filter refuses what declares nothing. Judged in the contract's order (§2): signature, claims, life, then scope;
 * what a caller may see is the dossiers' to say.
 *
 * <p>The addresses below {@code /v1/control} are the tool's on this machine; for everybody else they are not there.
 */
package org.medexam.smp.server.access;
