/** The audit trail: who did what. Entries are only appended, in the transaction of the action. */
package org.medexam.smp.server.audit;
