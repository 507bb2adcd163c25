package org.medexam.smp.imaging.pixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.medexam.smp.imaging.PictureException;
import org.medexam.smp.imaging.pixel.DecodePermits.Permit;

class DecodePermitsTest {

    private static final int MEGABYTE = 1 << 20;

    private final DecodePermits permits = new DecodePermits(10 * MEGABYTE, Duration.ofMillis(20));

    @Test
    void refusesAPermitBeyondTheBudget() {
        try (Permit five = permits.acquire(5 * MEGABYTE - 1);
                Permit four = permits.acquire(4 * MEGABYTE)) {
            assertOverloaded(1);
        }
        permits.acquire(9 * MEGABYTE).close();
    }

    @Test
    void grantsTheWholeBudgetToALargerPicture() {
        try (Permit all = permits.acquire(1L << 40)) {
            assertOverloaded(1);
        }
    }

    @Test
    void waitsUntilMemoryIsReleased() {
        DecodePermits patient = new DecodePermits(MEGABYTE, Duration.ofSeconds(30));
        Permit first = patient.acquire(1);
        CompletableFuture<Void> second =
                CompletableFuture.runAsync(() -> patient.acquire(1).close());
        assertThat(second).isNotDone();
        first.close();
        assertThat(second).succeedsWithin(Duration.ofSeconds(20));
    }

    @Test
    void keepsTheInterruptFlag() {
        Thread.currentThread().interrupt();
        assertOverloaded(1);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void assertOverloaded(long bytes) {
        assertThatThrownBy(() -> permits.acquire(bytes)).isInstanceOfSatisfying(PictureException.class, refusal -> {
            assertThat(refusal.kind()).isEqualTo(PictureException.Kind.BUSY);
            assertThat(refusal.retryAfter())
                    .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        });
    }
}
