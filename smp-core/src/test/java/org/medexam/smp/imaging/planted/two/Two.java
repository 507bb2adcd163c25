package org.medexam.smp.imaging.planted.two;

import org.medexam.smp.imaging.planted.one.One;

/** Half of a cycle. */
public final class Two {

    private Two() {}

    public static Class<?> other() {
        return One.class;
    }
}
