/** Liveness, readiness and metrics (contract §1). */
package org.medexam.smp.server.health;
