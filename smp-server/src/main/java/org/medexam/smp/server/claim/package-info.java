/**
 * Claims: a reviewer takes a case for a quarter of an hour, so that two reviewers do not do the same work.
 */
package org.medexam.smp.server.claim;
