/** Planted violations of the rules in {@code ArchitectureTest}. Nothing here runs. */
package org.medexam.smp.tool.planted;
