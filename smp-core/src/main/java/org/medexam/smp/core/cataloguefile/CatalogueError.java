package org.medexam.smp.core.cataloguefile;

import java.util.Locale;

/** What can be wrong with a catalogue file. */
enum CatalogueError {
    UNREADABLE,
    NOT_YAML,
    NOT_A_SECTION,
    NOT_A_LIST,
    NOT_A_TEXT,
    MISSING,
    UNKNOWN_KEY,
    TWICE,
    NOT_A_NUMBER,
    NOT_A_FLAG,
    NOT_A_DATE,
    NOT_AN_ID,
    NOT_A_CODE,
    TOO_LONG,
    COUNTS,
    MATERIAL_TWICE,
    NO_SUCH_MATERIAL,
    NO_SUCH_SLOT,
    ID_DOC_NOT_ALWAYS,
    OTHER_NOT_OPTIONAL,
    ON_PAPER_YET_REQUIRED,
    NOT_EXCUSABLE,
    DAYS_TURNED_ROUND,
    NO_GROUP,
    ID_TAKEN,
    NO_SUCH_CATALOGUE,
    SAMPLE_WITHOUT_CATALOGUE,
    SAMPLE_WITHOUT_MATERIAL,
    SAMPLE_NOT_A_PICTURE,
    SAMPLE_TWICE,
    CONDITION_NOT_AN_EXPRESSION,
    CONDITION_NO_SUCH_VALUE,
    CONDITION_NOT_COMPARED_WITH_VALUES,
    CONDITION_NOT_A_DATE;

    String message() {
        return "wrong." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
