/**
 * Views: what a dossier looks like on the wire for each kind of caller; states and personal data are reduced to what
 * the caller may see.
 */
package org.medexam.smp.server.view;
