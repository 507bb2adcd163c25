/**
 * Files that only the holder of a key can read, in the form of age (age-encryption.org/v1, X25519 recipients), so
 * that the tool {@code age} alone opens them should SMP be gone.
 *
 * <p>Promises to the backup: who writes needs the public recipient and no secret; who reads gets every byte
 * authenticated, or an {@link java.io.IOException}, also where a file was cut.
 */
package org.medexam.smp.core.age;
