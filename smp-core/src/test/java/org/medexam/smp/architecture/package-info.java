/** Architecture rules that every module's {@code ArchitectureTest} checks, and the contract of such a test. */
package org.medexam.smp.architecture;
