/**
 * The candidate hands in: what is missing is refused by name, what is there is locked, and a signed receipt says which
 * pictures were handed in when.
 */
package org.medexam.smp.server.submission;
