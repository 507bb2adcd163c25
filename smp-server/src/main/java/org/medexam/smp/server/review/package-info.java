/**
 * The two reviews of a dossier (考点初审, 考区复审): one table says what may follow what, one use case applies a
 * decision to a dossier at the version that was looked at, and claims keep two reviewers from doing one case twice.
 */
package org.medexam.smp.server.review;
