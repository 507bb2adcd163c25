/**
 * Picture formats, JPEG coefficients, pixels and the watermark.
 *
 * <p>Nothing below this package depends on another package of the product. The packages depend on each other in one
 * direction: {@code jpeg} and {@code png} parse, {@code inspect} judges, {@code coefficient} and {@code pixel} decode and
 * encode, {@code mark} computes the watermark, {@code stamp} applies it.
 */
package org.medexam.smp.imaging;
