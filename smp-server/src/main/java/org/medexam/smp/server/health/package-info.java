/** Whether SMP lives, whether it can take pictures now, and its figures for Prometheus (contract §1). */
package org.medexam.smp.server.health;
