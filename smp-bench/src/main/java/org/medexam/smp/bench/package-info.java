/**
 * Measures what stamping a picture costs, against the tools that others would take for it, for whoever wants to know
 * whether the engine is worth its code. How it measures: docs/performance.md.
 */
package org.medexam.smp.bench;
