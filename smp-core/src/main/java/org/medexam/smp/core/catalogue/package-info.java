/**
 * Which materials a district asks for. Today one fixed profile, the same for every applicant; what a dossier keeps
 * is only the profile's id, so that districts' own profiles and rules can take its place.
 */
package org.medexam.smp.core.catalogue;
