/**
 * Materials: the catalogue's demands on an applicant, the stored pictures, and whether the candidate may change them
 * now.
 */
package org.medexam.smp.server.material;
