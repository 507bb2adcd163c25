/**
 * Materials: what the catalogue demands of an applicant, the pictures that are there, and whether the candidate may
 * change them now.
 */
package org.medexam.smp.server.material;
