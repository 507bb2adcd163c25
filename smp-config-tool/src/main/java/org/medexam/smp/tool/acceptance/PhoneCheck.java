package org.medexam.smp.tool.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.LocalServerClient.Reply;

/** Waits for a phone outside to open a one-time address and to measure its way to SMP. */
final class PhoneCheck implements AcceptanceCheck {

    /** 高峰期建议50M左右 (S0 附件10 一). */
    private static final double WANTED_MBIT = 50;

    private final LocalServerClient server;
    private final Duration patience;
    private final Instant now;
    private final AcceptanceListener listener;

    /** @param patience zero: no phone is waited for */
    PhoneCheck(LocalServerClient server, Duration patience, Instant now, AcceptanceListener listener) {
        this.server = server;
        this.patience = patience;
        this.now = now;
        this.listener = listener;
    }

    @Override
    public AcceptanceStep look(StepResult step) throws InterruptedException {
        if (patience.isZero()) {
            return step.skipped("not-wanted");
        }
        Reply begun = server.control("POST", "reaches");
        if (begun.status() != 201) {
            return step.fault("problem", begun.problem());
        }
        String id = begun.json().path("id").asText();
        try {
            listener.phoneWanted(begun.json().path("address").asText(), now.plus(patience));
            return await(step, id);
        } finally {
            server.control("DELETE", "reaches/" + id);
        }
    }

    private AcceptanceStep await(StepResult step, String id) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        boolean came = false;
        while (System.nanoTime() < end && !listener.goOnWithoutPhone()) {
            JsonNode state = server.control("GET", "reaches/" + id).json();
            if (state.hasNonNull("measured")) {
                return judge(step, state);
            }
            if (!came && state.path("opened").asBoolean()) {
                came = true;
                listener.phoneCame();
            }
            TimeUnit.SECONDS.sleep(1);
        }
        return came ? step.advice("broke-off") : step.skipped("nobody-came");
    }

    private static AcceptanceStep judge(StepResult step, JsonNode state) {
        boolean outside = state.path("outside").asBoolean();
        double trip = state.at("/measured/roundTripMillis").asDouble();
        double down = state.at("/measured/downMbit").asDouble();
        double up = state.at("/measured/upMbit").asDouble();
        step.figure("outside", outside)
                .figure("roundTripMillis", Math.round(trip))
                .figure("downMbit", tenths(down))
                .figure("upMbit", tenths(up));
        Object[] figures = {Math.round(trip), inWords(down), inWords(up)};
        if (!outside) {
            return step.advice("inside", figures);
        }
        return down < WANTED_MBIT || up < WANTED_MBIT ? step.advice("slow", figures) : step.good("good", figures);
    }

    private static double tenths(double figure) {
        return Math.round(figure * 10) / 10.0;
    }

    private static String inWords(double figure) {
        return String.format(Locale.ROOT, "%.1f", figure);
    }
}
