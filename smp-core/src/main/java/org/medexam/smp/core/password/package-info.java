/**
 * Passwords of reviewers' own accounts: how they are kept and what one must look like.
 *
 * <p>Promises to the server's {@code account} package: checking takes the same time for a wrong password and for
 * an account that does not exist, and a kept hash tells by itself how it was made.
 */
package org.medexam.smp.core.password;
