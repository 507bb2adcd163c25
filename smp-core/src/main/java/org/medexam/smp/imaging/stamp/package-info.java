/**
 * Stamps inspected pictures: the output is upright, without metadata, with the watermark over the whole picture.
 *
 * <p>{@link org.medexam.smp.imaging.stamp.CoefficientStamper} stamps JPEGs in their coefficients and passes all other
 * pictures to {@link org.medexam.smp.imaging.stamp.PixelStamper}.
 */
package org.medexam.smp.imaging.stamp;
