package org.medexam.smp.core.settings;

/**
 * How the district runs its reviews (contract §4).
 *
 * @param parallel whether the district judges what the site has not judged yet (S0:727)
 * @param overdueFails whether what was returned and not mended in time fails by itself (S4:55)
 * @param lateAbandons whether who has not submitted when the window closes has given up (S0:19, S4:13)
 */
public record ReviewSettings(boolean parallel, boolean overdueFails, boolean lateAbandons) {

    static ReviewSettings from(SettingValues values) {
        return new ReviewSettings(
                values.flag(SettingKey.REVIEW_PARALLEL, false),
                values.flag(SettingKey.REVIEW_OVERDUE_FAILS, false),
                values.flag(SettingKey.WINDOW_LATE_ABANDONS, false));
    }
}
