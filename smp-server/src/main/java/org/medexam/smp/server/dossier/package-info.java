/**
 * The dossier, the aggregate of a candidate's papers for one exam: its states, the steps between them, the one
 * transition table, and the marks that a review leaves on its materials. Only {@link
 * org.medexam.smp.server.dossier.DossierLifecycle} changes a state; the architecture test refuses every other way.
 */
package org.medexam.smp.server.dossier;
