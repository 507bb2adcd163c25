/**
 * Reviews: a reviewer's decision on a dossier, bound to the version that was seen (contract §4).
 */
package org.medexam.smp.server.review;
