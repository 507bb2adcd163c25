/** Half of a planted cycle. */
package org.medexam.smp.tool.planted.two;
