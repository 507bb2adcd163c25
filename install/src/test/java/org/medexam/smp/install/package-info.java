/** The installation as its users meet it: real processes started from the folder SMP. */
package org.medexam.smp.install;
