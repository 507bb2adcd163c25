package org.medexam.smp.imaging.planted.one;

import org.medexam.smp.imaging.planted.two.Two;

/** Half of a cycle. */
public final class One {

    private One() {}

    public static Class<?> other() {
        return Two.class;
    }
}
