/** Who did what, append only, written in the same transaction as what was done. */
package org.medexam.smp.server.audit;
