package org.medexam.smp.core.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Whom changes are pushed to (contract §4, "What MP and SP follow"); to nobody unless set.
 *
 * @param sp SP's address, https, or http on this machine
 * @param mp MP's, likewise
 */
public record WebhookSettings(Optional<URI> sp, Optional<URI> mp) {

    static WebhookSettings from(SettingValues values) {
        return new WebhookSettings(
                values.typed(SettingKey.WEBHOOK_SP_URL, WebAddress::parseReceiver, SettingError.NOT_A_WEBHOOK),
                values.typed(SettingKey.WEBHOOK_MP_URL, WebAddress::parseReceiver, SettingError.NOT_A_WEBHOOK));
    }
}
