package org.medexam.smp.server.central;

import java.util.Arrays;
import java.util.Locale;

/** What can happen to a dossier, named as the outer contract (§4, "What MP and SP follow") names it. */
public enum ChangeType {
    IMAGE_ADDED,
    IMAGE_REMOVED,
    SUBMITTED,
    RETURNED,
    FIRST_PASSED(true),
    FIRST_FAILED(true),
    PASSED(true),
    FAILED(true),
    ABANDONED(true),
    FACTS_CHANGED,
    MESSAGE,
    PUBLISHED;

    private final boolean heldFromSp;

    ChangeType() {
        this(false);
    }

    ChangeType(boolean heldFromSp) {
        this.heldFromSp = heldFromSp;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether SP learns of it only by {@link #PUBLISHED}. */
    boolean heldFromSp() {
        return heldFromSp;
    }

    static ChangeType ofCode(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code().equals(code))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no such type of change: " + code));
    }
}
