package org.medexam.smp.server.picture;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * One byte range (RFC 9110 §14.1.2). Several ranges, or another unit, are answered with the whole picture, as the
 * RFC allows.
 *
 * @param first index of the first byte
 * @param last index of the last byte, inclusive
 */
record ByteRange(int first, int last) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

    /** @throws Refusal {@code RANGE_NOT_SATISFIABLE} when the range begins behind the end */
    static Optional<ByteRange> in(String header, int length) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher range = ONE.matcher(header.trim());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            int last = Integer.parseInt(range.group(2));
            if (last == 0) {
                throw unsatisfiable(length);
            }
            return Optional.of(new ByteRange(Math.max(0, length - last), length - 1));
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2).isEmpty() ? length - 1 : Math.min(Integer.parseInt(range.group(2)), length - 1);
        if (first >= length) {
            throw unsatisfiable(length);
        }
        return last < first ? Optional.empty() : Optional.of(new ByteRange(first, last));
    }

    int length() {
        return last - first + 1;
    }

    private static Refusal unsatisfiable(int length) {
        return Refusal.of(RefusalCode.RANGE_NOT_SATISFIABLE, "behind the end").with("size", length);
    }
}
