package org.medexam.smp.core.settings;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which exam district this is.
 *
 * @param code 1–12 of {@code A-Z 0-9}; tickets are made out to {@code smp:<code>}
 * @param name as people read it, e.g. at the head of the pages and on receipts; at most 60 characters
 * @param zone in which the district's people read times; kept times are UTC
 * @param catalogue id of the catalogue with which new dossiers begin; that it exists is checked
 *     where the catalogues are read
 */
public record DistrictSettings(String code, String name, ZoneId zone, String catalogue) {

    private static final int MAX_NAME = 60;
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern CATALOGUE_ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    static DistrictSettings from(SettingValues values) {
        return new DistrictSettings(
                values.neededText(SettingKey.DISTRICT_CODE, CODE.asMatchPredicate(), SettingError.NOT_A_DISTRICT_CODE),
                values.neededText(
                        SettingKey.DISTRICT_NAME,
                        text -> SettingValues.isName(text, MAX_NAME),
                        SettingError.NOT_A_NAME),
                values.typed(SettingKey.DISTRICT_ZONE, text -> Optional.of(ZoneId.of(text)), SettingError.NOT_A_ZONE)
                        .orElse(ZoneId.of("Asia/Shanghai")),
                values.neededText(
                        SettingKey.CATALOGUE, CATALOGUE_ID.asMatchPredicate(), SettingError.NOT_A_CATALOGUE_ID));
    }
}
