package org.medexam.smp.core.settings;

/**
 * What a picture may be, as far as a district decides it.
 *
 * @param maxBytes largest upload in bytes, inclusive
 */
public record PictureSettings(int maxBytes) {}
