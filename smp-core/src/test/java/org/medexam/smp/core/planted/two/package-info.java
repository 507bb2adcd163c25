/** Half of a planted cycle. */
package org.medexam.smp.core.planted.two;
