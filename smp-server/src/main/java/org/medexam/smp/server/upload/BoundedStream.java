package org.medexam.smp.server.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import java.util.function.Supplier;

/** Gives so many bytes and then throws: who sends more is refused at the limit, not at the end. Tells what it read. */
final class BoundedStream extends FilterInputStream {

    private final IntConsumer meter;
    private final Supplier<? extends RuntimeException> beyond;
    private long left;

    BoundedStream(InputStream in, long most, IntConsumer meter, Supplier<? extends RuntimeException> beyond) {
        super(in);
        this.left = most;
        this.meter = meter;
        this.beyond = beyond;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            count(1);
        }
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, (int) Math.min(length, left + 1));
        if (read > 0) {
            count(read);
        }
        return read;
    }

    @Override
    public long skip(long n) {
        return 0;
    }

    private void count(int read) {
        meter.accept(read);
        left -= read;
        if (left < 0) {
            throw beyond.get();
        }
    }
}
