/** Half of a cycle. */
package org.medexam.smp.imaging.planted.two;
