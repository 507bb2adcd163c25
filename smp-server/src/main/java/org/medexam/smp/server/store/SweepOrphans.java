package org.medexam.smp.server.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.logging.Logger;
import org.medexam.smp.core.store.OrphanSweep;
import org.medexam.smp.core.store.SweepOutcome;
import org.medexam.smp.server.material.Pictures;

/** Files without a record move aside; see {@link OrphanSweep}. Never where store and database do not belong together. */
@Singleton
public class SweepOrphans {

    private static final Logger LOG = Logger.getLogger(SweepOrphans.class.getName());

    private final VerifiedStore store;
    private final OrphanSweep sweep;
    private final Pictures pictures;
    private final Clock clock;

    @Inject
    SweepOrphans(VerifiedStore store, OrphanSweep sweep, Pictures pictures, Clock clock) {
        this.store = store;
        this.sweep = sweep;
        this.pictures = pictures;
        this.clock = clock;
    }

    public void sweep() {
        store.open();
        SweepOutcome outcome = sweep.sweep(pictures::known, clock.instant());
        if (outcome instanceof SweepOutcome.TooManyOrphans many) {
            LOG.severe(() -> "NOTHING SWEPT: " + many.orphans() + " of " + many.files()
                    + " files have no record, more than can be orphans. 无记录的图片文件过多，未作清理。"
                    + "Is this the right database? Was it restored from an older backup?");
        } else {
            LOG.info(() -> "orphans: " + outcome);
        }
    }
}
