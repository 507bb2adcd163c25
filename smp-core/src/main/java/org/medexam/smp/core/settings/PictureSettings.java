package org.medexam.smp.core.settings;

/**
 * What a picture may be, as far as a district decides it.
 *
 * @param maxBytes largest upload in bytes, inclusive; 200 KB unless set, never more than 20 MB since it is held in memory
 */
public record PictureSettings(int maxBytes) {

    private static final int DEFAULT_BYTES = 204_800;
    private static final int MAX_BYTES = 20 * 1024 * 1024;

    static PictureSettings from(SettingValues values) {
        return new PictureSettings(
                values.number(SettingKey.IMAGE_MAX_BYTES, 1, MAX_BYTES).orElse(DEFAULT_BYTES));
    }
}
