/**
 * Registration: SP states exam, site, candidate and facts of a dossier, or the claim of a candidate's ticket does on
 * the first visit (contract §4).
 */
package org.medexam.smp.server.registration;
