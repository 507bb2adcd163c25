/**
 * Edits a sequential scan in a single pass: unchanged blocks are copied as bits, only edited blocks are decoded and
 * encoded.
 */
package org.medexam.smp.imaging.coefficient.copy;
