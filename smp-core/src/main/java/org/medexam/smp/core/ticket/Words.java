package org.medexam.smp.core.ticket;

import java.util.Locale;

/** How our names stand in a ticket: {@code DISTRICT} is {@code district}. */
final class Words {

    private Words() {}

    static String of(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    static String audience(String districtCode) {
        return "smp:" + districtCode;
    }
}
