package org.medexam.smp.server.central;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A system that follows the changes: it asks for them, or they are pushed to it. */
public enum Follower {
    MP,
    /** Learns a result only when it is published. */
    SP;

    /** As it is named in tables, settings and figures. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is kept from it. */
    Set<ChangeType> held() {
        Set<ChangeType> held = EnumSet.noneOf(ChangeType.class);
        if (this == SP) {
            Arrays.stream(ChangeType.values()).filter(ChangeType::heldFromSp).forEach(held::add);
        }
        return held;
    }
}
