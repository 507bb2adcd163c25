package org.medexam.smp.core.cataloguefile;

import org.medexam.smp.imaging.inspect.PictureFormat;

/** A drawing of what a good picture of a material shows, as the district put it there; of nobody, so without a stamp. */
public record SamplePicture(PictureFormat format, byte[] bytes) {}
