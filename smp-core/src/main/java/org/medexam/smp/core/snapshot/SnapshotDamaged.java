package org.medexam.smp.core.snapshot;

import java.io.IOException;

/** Not what a snapshot looks like, or not all of it. */
public final class SnapshotDamaged extends IOException {

    public SnapshotDamaged(String what) {
        super(what);
    }

    SnapshotDamaged(String what, Throwable cause) {
        super(what, cause);
    }
}
