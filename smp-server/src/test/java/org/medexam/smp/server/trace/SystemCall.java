package org.medexam.smp.server.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call as strace saw it.
 *
 * @param begun line of the trace on which it began
 * @param ended line on which it returned; {@link Integer#MAX_VALUE} where that was not seen
 * @param arguments as strace prints them, descriptors followed by their paths ({@code -y})
 * @param result what it returned, e.g. {@code 0} or {@code -1 ENOSPC (…)}
 */
record SystemCall(int begun, int ended, String name, String arguments, String result) {

    private static final Pattern DESCRIPTOR = Pattern.compile("^\\d+<([^>]*)>");
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    boolean worked() {
        return !result.startsWith("-1") && !result.startsWith("?");
    }

    boolean isAnyOf(String... names) {
        for (String each : names) {
            if (name.equals(each)) {
                return true;
            }
        }
        return false;
    }

    /** What the descriptor in the first argument stands for: a path, or {@code socket:[…]}. */
    Optional<String> descriptor() {
        Matcher matcher = DESCRIPTOR.matcher(arguments);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    boolean isOnSocket() {
        return descriptor()
                .filter(path -> path.startsWith("socket:") || path.startsWith("TCP"))
                .isPresent();
    }

    /** The n-th text among the arguments, from 0. */
    Optional<String> text(int n) {
        Matcher matcher = STRING.matcher(arguments);
        for (int i = 0; matcher.find(); i++) {
            if (i == n) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    boolean before(SystemCall other) {
        return ended < other.begun;
    }
}
