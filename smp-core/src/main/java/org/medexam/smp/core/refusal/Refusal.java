package org.medexam.smp.core.refusal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * SMP says no. The code decides what the caller is told; {@link #getMessage()} is the inner reason for the log
 * and never leaves the machine, and it must hold no personal data.
 */
public final class Refusal extends RuntimeException {

    private final RefusalCode code;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private Duration retryAfter;

    private Refusal(RefusalCode code, String reason, Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /** @param reason why, for the log: no personal data */
    public static Refusal of(RefusalCode code, String reason) {
        return new Refusal(code, reason, null);
    }

    /** @param reason why, for the log: no personal data */
    public static Refusal of(RefusalCode code, String reason, Throwable cause) {
        return new Refusal(code, reason, cause);
    }

    /** Adds a member which the caller is told, e.g. the window or the list of wrong members. */
    public Refusal with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    /** Tells the caller when to try again. */
    public Refusal retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public RefusalCode code() {
        return code;
    }

    /** What the caller is told beside the code; empty for most codes. */
    public Map<String, Object> members() {
        return Map.copyOf(members);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
