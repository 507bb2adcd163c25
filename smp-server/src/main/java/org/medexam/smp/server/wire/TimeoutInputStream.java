package org.medexam.smp.server.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** A body whose sender has so much time, from the first read on, and no more. */
final class TimeoutInputStream extends FilterInputStream {

    /** A read that waited so long before it failed has failed by waiting. */
    private static final Duration A_WAIT = Duration.ofSeconds(10);

    private final Duration longest;
    private final LongSupplier nanoTime;
    private long bytesLeft;
    private boolean begun;
    private long end;

    /** @param most bytes */
    TimeoutInputStream(InputStream in, Duration longest, long most, LongSupplier nanoTime) {
        super(in);
        this.longest = longest;
        this.bytesLeft = most;
        this.nanoTime = nanoTime;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long now = nanoTime.getAsLong();
        if (!begun) {
            begun = true;
            end = now + longest.toNanos();
        } else if (now - end > 0) {
            throw tooSlow(null);
        }
        int read = readOrTell(into, offset, length, now);
        bytesLeft -= Math.max(read, 0);
        if (bytesLeft < 0) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "a body larger than any of this kind");
        }
        return read;
    }

    private int readOrTell(byte[] into, int offset, int length, long since) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            if (nanoTime.getAsLong() - since >= A_WAIT.toNanos()) {
                throw tooSlow(e);
            }
            throw e;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private static Refusal tooSlow(IOException reason) {
        return Refusal.of(RefusalCode.UPLOAD_TIMEOUT, "the body did not come in time", reason);
    }
}
