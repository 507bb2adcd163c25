package org.medexam.smp.core.ticket;

import java.util.Locale;

/** Names of enum constants and of the audience as a ticket writes them: {@code DISTRICT} is {@code district}. */
final class ClaimNames {

    private ClaimNames() {}

    static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    static String audience(String districtCode) {
        return "smp:" + districtCode;
    }
}
