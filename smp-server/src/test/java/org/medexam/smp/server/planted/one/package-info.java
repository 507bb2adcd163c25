/** Half of a planted cycle. */
package org.medexam.smp.server.planted.one;
