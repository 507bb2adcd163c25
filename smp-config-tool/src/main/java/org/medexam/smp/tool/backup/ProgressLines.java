package org.medexam.smp.tool.backup;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.medexam.smp.core.backup.Progress;

/** Progress as lines for people: one at each new phase, and then one every few seconds. */
public final class ProgressLines implements Progress {

    private static final long EVERY = TimeUnit.SECONDS.toNanos(5);

    private final BackupMessages words;
    private final Consumer<String> out;
    private Phase last;
    private long said = System.nanoTime();

    /** @param out takes each line */
    public ProgressLines(BackupMessages words, Consumer<String> out) {
        this.words = words;
        this.out = out;
    }

    @Override
    public void at(Phase phase, long done, long total) {
        if (phase != last || System.nanoTime() - said > EVERY) {
            last = phase;
            said = System.nanoTime();
            out.accept(words.progress(phase, done, total));
        }
    }
}
