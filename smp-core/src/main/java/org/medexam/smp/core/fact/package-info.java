/**
 * What is known of an applicant, and conditions on it. A condition is a typed expression, checked when it is
 * compiled; asked about an applicant, it holds, fails, or hangs on facts that nobody stated, which it names.
 */
package org.medexam.smp.core.fact;
