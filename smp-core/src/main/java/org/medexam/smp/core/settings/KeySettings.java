package org.medexam.smp.core.settings;

import java.nio.file.Path;

/**
 * The JWK sets of those whose tickets are taken (contract §2).
 *
 * @param sp public keys of the candidate service system, an existing file
 * @param mp public keys of the examination management system, an existing file
 */
public record KeySettings(Path sp, Path mp) {

    static KeySettings from(SettingValues values) {
        return new KeySettings(values.neededFile(SettingKey.SP_JWKS), values.neededFile(SettingKey.MP_JWKS));
    }
}
