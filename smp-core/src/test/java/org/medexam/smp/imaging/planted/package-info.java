/** Violations that {@code ImagingArchitectureTest} must find. */
package org.medexam.smp.imaging.planted;
