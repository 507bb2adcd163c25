/**
 * Joins the product with {@code org.medexam.smp.imaging}: builds the picture processing of an installation from its
 * settings, and translates a {@link org.medexam.smp.imaging.PictureException} into a
 * {@link org.medexam.smp.core.refusal.Refusal}.
 */
package org.medexam.smp.core.picture;
