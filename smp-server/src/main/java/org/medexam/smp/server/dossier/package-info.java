/**
 * The dossier: all that one candidate hands in for one exam. Who changes one locks it first
 * ({@link org.medexam.smp.server.dossier.Dossiers#lock}); the lock is the step to its next version, so that what is
 * read at a version stays true for that version.
 */
package org.medexam.smp.server.dossier;
