package org.medexam.smp.core.settings;

import java.util.Locale;

/** What can be wrong with a setting; each has its words in both message files. */
enum SettingError {
    HEADING,
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_NOT_UTF8,
    LINE_WITHOUT_KEY,
    GIVEN_TWICE,
    UNKNOWN_KEY,
    UNKNOWN_KEY_NEAR,
    MISSING,
    NOT_A_DISTRICT_CODE,
    NOT_A_NAME,
    NOT_A_ZONE,
    NOT_A_CATALOGUE_ID,
    NOT_A_NUMBER,
    NOT_A_FLAG,
    NOT_A_STAMP_TEXT,
    NO_OUTLINE,
    NOT_A_PATH,
    NOT_A_MOMENT,
    NOT_A_PUBLIC_URL,
    NOT_AN_ADDRESS,
    NOT_AN_ORIGIN,
    NOT_A_WEBHOOK,
    SAME_PORT,
    NEEDED_WITH,
    USELESS_WITHOUT,
    NO_SUCH_FILE,
    SECRET_EMPTY,
    KEYSTORE_CLOSED,
    KEYSTORE_WITHOUT_KEY,
    KEYSTORE_OF_SERVER,
    BELOW_WWWROOT,
    NOT_A_SERVER,
    NOT_AN_INSTANCE,
    NOT_A_DATABASE_NAME,
    NOT_A_USER,
    NOT_A_SQLSERVER_URL,
    PASSWORD_IN_URL,
    CLOSES_BEFORE_OPENING,
    NOT_A_TIME_OF_DAY,
    INSIDE_ONE_ANOTHER;

    /** {@code GIVEN_TWICE} is {@code given-twice} in the message files. */
    String message() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
