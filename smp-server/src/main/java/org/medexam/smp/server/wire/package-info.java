/** JSON as the outer contract (§1) writes it: one mapper for whole SMP, strict about what comes in. */
package org.medexam.smp.server.wire;
