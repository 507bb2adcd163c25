/** SMP's own accounts, for districts whose reviewers do not come from MP (S0:81: named, each with an owner). */
package org.medexam.smp.server.account;
