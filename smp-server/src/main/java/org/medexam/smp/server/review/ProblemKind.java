package org.medexam.smp.server.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is wrong: pictures to be mended online, data to be mended on site (I6), or nothing that can be mended (I10). */
public enum ProblemKind {
    @JsonProperty("material")
    MATERIAL,
    @JsonProperty("data")
    DATA,
    @JsonProperty("irreparable")
    IRREPARABLE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
