package org.medexam.smp.core.store;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;

public final class OrphanSweep {
    public static final int BATCH = 500;

    public OrphanSweep(Path root, ZoneId zone) {}

    public SweepOutcome sweep(KnownLocations known, Instant now) {
        throw new UnsupportedOperationException();
    }
}
