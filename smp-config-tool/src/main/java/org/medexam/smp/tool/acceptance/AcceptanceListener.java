package org.medexam.smp.tool.acceptance;

import java.time.Instant;

/** Hears how an acceptance goes on, in the thread in which it runs. */
public interface AcceptanceListener {

    /** A step begins. */
    default void begun(AcceptanceStep.Kind kind) {}

    /** A step has ended. */
    default void ended(AcceptanceStep step) {}

    /**
     * A phone outside should open this address now, by its mobile network; it is good once.
     *
     * @param until then the acceptance goes on without
     */
    default void phoneWanted(String address, Instant until) {}

    /** The phone has opened it, and measures. */
    default void phoneCame() {}

    /** Asked each second while a phone is waited for: whether to go on without. */
    default boolean goOnWithoutPhone() {
        return false;
    }
}
