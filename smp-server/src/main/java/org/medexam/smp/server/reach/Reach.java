package org.medexam.smp.server.reach;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** One try to reach SMP from outside, from the tool's wish to the phone's result. Safe for many threads. */
final class Reach {

    /** About six seconds at the notice's 50 Mbit/s, and half a second at 500 (S0 附件10 一: 高峰期建议50M左右). */
    static final long DOWN = 32L << 20;

    static final long UP = 8L << 20;

    /** A test that broke off may be done again. */
    private static final int TIMES = 2;

    private static final int MAX_CALLS = 200;
    private static final int TOKEN_BYTES = 24;

    private final String id = random();
    private final String token = random();
    private final Instant expiresAt;
    private long downLeft = TIMES * DOWN;
    private long upLeft = TIMES * UP;
    private int callsLeft = MAX_CALLS;
    private Boolean outside;
    private Measurement measured;

    Reach(Instant expiresAt) {
        this.expiresAt = expiresAt;
    }

    private static String random() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean livesAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** @param fromOutside whether the phone's address is one of the internet; the address itself is not kept */
    synchronized void open(boolean fromOutside) {
        call();
        outside = fromOutside;
    }

    synchronized void call() {
        if (measured != null) {
            throw Refusal.of(RefusalCode.NOT_FOUND, "measured already");
        }
        if (callsLeft-- <= 0) {
            throw spent();
        }
    }

    /** Takes from what may be sent to the phone. */
    synchronized void send(long bytes) {
        call();
        downLeft -= bytes;
        if (downLeft < 0) {
            throw spent();
        }
    }

    /** Takes from what may come from the phone, piece by piece as it comes. */
    synchronized void receive(long bytes) {
        upLeft -= bytes;
        if (upLeft < 0) {
            throw spent();
        }
    }

    private static Refusal spent() {
        return Refusal.of(RefusalCode.TOO_MANY_REQUESTS, "more than a measurement takes");
    }

    synchronized void end(Measurement result) {
        call();
        measured = result;
    }

    synchronized Optional<Boolean> outside() {
        return Optional.ofNullable(outside);
    }

    synchronized Optional<Measurement> measured() {
        return Optional.ofNullable(measured);
    }
}
