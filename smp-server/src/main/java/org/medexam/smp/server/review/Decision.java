package org.medexam.smp.server.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a review comes to. */
public enum Decision {
    @JsonProperty("pass")
    PASS,
    @JsonProperty("return")
    RETURN,
    @JsonProperty("fail")
    FAIL,
    @JsonProperty("abandon")
    ABANDON;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
