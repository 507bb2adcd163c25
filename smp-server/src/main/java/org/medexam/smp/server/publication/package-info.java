/**
 * Publication: candidate and SP see the results of the district (H10).
 */
package org.medexam.smp.server.publication;
