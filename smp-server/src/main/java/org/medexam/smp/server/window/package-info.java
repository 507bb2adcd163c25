/**
 * Time limits of a dossier: a reviewer extends its window or due time, and a passed one takes the step that the
 * district switched on.
 */
package org.medexam.smp.server.window;
