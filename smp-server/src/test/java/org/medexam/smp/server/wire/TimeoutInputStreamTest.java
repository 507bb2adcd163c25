package org.medexam.smp.server.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

class TimeoutInputStreamTest {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5); // overflows soon, as System.nanoTime() may

    @Test
    void returnsBytesThatArriveInTime() throws Exception {
        assertThat(patient(new ByteArrayInputStream(new byte[] {1, -1, 3}), 3).readAllBytes())
                .containsExactly(1, 255, 3);
    }

    @Test
    void refusesASlowSender() {
        InputStream dripping = new InputStream() {
            @Override
            public int read() {
                nanos.addAndGet(Duration.ofSeconds(2).toNanos());
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
        assertThatThrownBy(() -> patient(dripping, Long.MAX_VALUE).readAllBytes())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.UPLOAD_TIMEOUT));
    }

    @Test
    void aReadTimeoutOfTheContainerIsATimeout() {
        assertThatThrownBy(
                        () -> patient(failingAfter(Duration.ofSeconds(20)), 10).read())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.UPLOAD_TIMEOUT));
        assertThatThrownBy(() -> patient(failingAfter(Duration.ofMillis(1)), 10).read())
                .isInstanceOf(IOException.class);
    }

    @Test
    void refusesMoreBytesThanTheLimit() {
        assertThatThrownBy(() ->
                        patient(new ByteArrayInputStream(new byte[11]), 10).readAllBytes())
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.MALFORMED_REQUEST));
    }

    private InputStream failingAfter(Duration wait) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                nanos.addAndGet(wait.toNanos());
                throw new IOException("broken");
            }
        };
    }

    private TimeoutInputStream patient(InputStream in, long most) {
        return new TimeoutInputStream(in, Duration.ofSeconds(60), most, nanos::get);
    }
}
