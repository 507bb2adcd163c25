/**
 * Submission: the candidate submits a dossier. A refusal lists the missing materials. A submitted dossier is locked, and
 * a signed receipt lists its pictures with the time.
 */
package org.medexam.smp.server.submission;
