/**
 * Which materials a district asks for. A {@link org.medexam.smp.core.catalogue.Profile} is one district's and year's
 * list with its rules; it resolves an applicant's facts into the materials that this applicant must hand in. It always
 * lists every material of the notice, so that other facts change what is required and never where a picture belongs.
 * A dossier keeps only the profile's id.
 */
package org.medexam.smp.core.catalogue;
