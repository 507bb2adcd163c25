/**
 * The catalogues on the wire (contract §4 "Catalogue"): the profiles, whole and in a list, one applicant's facts
 * resolved, the district's window, and for candidates a page about each material. Knows no dossier: what it answers is
 * what the notices say, the same for every caller, until the next start.
 */
package org.medexam.smp.server.catalogue;
