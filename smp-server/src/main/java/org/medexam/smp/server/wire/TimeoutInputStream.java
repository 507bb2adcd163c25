package org.medexam.smp.server.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Limits the time for reading a body, counted from the first read, and its size in bytes. */
final class TimeoutInputStream extends FilterInputStream {

    /** The container reports its read timeout as an IOException; a failed read that took this long was one. */
    private static final Duration MIN_READ_TIMEOUT = Duration.ofSeconds(10);

    private final Duration maxDuration;
    private final LongSupplier nanoTime;
    private long bytesLeft;
    private boolean started;
    private long deadline;

    /** @param maxBytes for a body of any length {@link Long#MAX_VALUE} */
    TimeoutInputStream(InputStream in, Duration maxDuration, long maxBytes, LongSupplier nanoTime) {
        super(in);
        this.maxDuration = maxDuration;
        this.bytesLeft = maxBytes;
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
        if (!started) {
            started = true;
            deadline = now + maxDuration.toNanos();
        } else if (now - deadline > 0) {
            throw timedOut(null);
        }
        int read = readOrTimeOut(into, offset, length, now);
        bytesLeft -= Math.max(read, 0);
        if (bytesLeft < 0) {
            throw Refusal.of(RefusalCode.MALFORMED_REQUEST, "the body exceeds the size limit");
        }
        return read;
    }

    private int readOrTimeOut(byte[] into, int offset, int length, long since) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (IOException e) {
            if (nanoTime.getAsLong() - since >= MIN_READ_TIMEOUT.toNanos()) {
                throw timedOut(e);
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

    private static Refusal timedOut(IOException reason) {
        return Refusal.of(RefusalCode.UPLOAD_TIMEOUT, "the body did not arrive within the time limit", reason);
    }
}
