package org.medexam.smp.tool.window;

/** How a step stands. */
enum Mark {
    DONE,
    TO_DO,
    FAULTY;

    /** The key of its word for people who hear the window instead of seeing it. */
    String word() {
        return "window.mark." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** Of two that meet in one step, the one that counts. */
    Mark with(Mark other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
