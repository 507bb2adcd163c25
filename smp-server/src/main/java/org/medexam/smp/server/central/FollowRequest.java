package org.medexam.smp.server.central;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * What a follower asks for.
 *
 * @param after the number up to which it has everything; empty to begin with the oldest that is kept
 * @param limit 1–1000
 * @param patience how long to wait for something when there is nothing; at most 30 s
 */
record FollowRequest(OptionalLong after, int limit, Duration patience) {

    static final int MAX_PAGE = 1000;
    private static final int DEFAULT_PAGE = 200;
    private static final int MAX_WAIT_SECONDS = 30;

    /** Fewer digits than the largest long. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    /** @throws Refusal {@code INVALID} naming the parameter */
    static FollowRequest of(String after, String limit, String wait) {
        return new FollowRequest(
                after == null ? OptionalLong.empty() : OptionalLong.of(number("after", after, 0, Long.MAX_VALUE)),
                limit == null ? DEFAULT_PAGE : (int) number("limit", limit, 1, MAX_PAGE),
                Duration.ofSeconds(wait == null ? 0 : number("wait", wait, 0, MAX_WAIT_SECONDS)));
    }

    private static long number(String parameter, String text, long least, long most) {
        if (!NUMBER.matcher(text).matches()) {
            throw invalid(parameter);
        }
        long number = Long.parseLong(text);
        if (number < least || number > most) {
            throw invalid(parameter);
        }
        return number;
    }

    static Refusal invalid(String parameter) {
        return Refusal.of(RefusalCode.INVALID, "parameter " + parameter)
                .with("members", List.of(Map.of("member", parameter, "reason", "value")));
    }
}
