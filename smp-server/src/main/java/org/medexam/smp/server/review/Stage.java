package org.medexam.smp.server.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Which of the two reviews. */
public enum Stage {
    @JsonProperty("first")
    FIRST,
    @JsonProperty("second")
    SECOND;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
