/**
 * What the central systems SP and MP follow: every change of a dossier once and in order, for whoever asks
 * ({@code GET /changes}) and for whom it is pushed to. SP's and MP's words are spoken only here.
 */
package org.medexam.smp.server.central;
