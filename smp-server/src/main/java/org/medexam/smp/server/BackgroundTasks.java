package org.medexam.smp.server;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.picture.PicturePipeline;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.server.access.Sessions;
import org.medexam.smp.server.backup.Backups;
import org.medexam.smp.server.central.Changes;
import org.medexam.smp.server.control.Trials;
import org.medexam.smp.server.material.MissingCatalogues;
import org.medexam.smp.server.store.SweepOrphans;
import org.medexam.smp.server.store.VerifiedStore;
import org.medexam.smp.server.webhook.Webhooks;
import org.medexam.smp.server.window.ExpireDossiers;

/**
 * What runs without being asked: preparing the stamp engine and looking at the store at the start, sweeping orphans, the
 * daily backup, forgetting old sessions.
 */
@Singleton
public class BackgroundTasks {

    private static final Logger LOG = Logger.getLogger(BackgroundTasks.class.getName());

    /**
     * While the container still finishes this application's start it closes jars that it has read, and a class that is
     * looked up in that moment is not found.
     */
    private static final int SETTLED_SECONDS = 3;

    private final PicturePipeline pictures;
    private final VerifiedStore store;
    private final SweepOrphans sweepOrphans;
    private final Sessions sessions;
    private final Trials trials;
    private final ExpireDossiers expireDossiers;
    private final Backups backups;
    private final Changes changes;
    private final Webhooks webhooks;
    private final MissingCatalogues missingCatalogues;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "smp-background");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    BackgroundTasks(
            PicturePipeline pictures,
            VerifiedStore store,
            SweepOrphans sweepOrphans,
            Sessions sessions,
            Trials trials,
            ExpireDossiers expireDossiers,
            Backups backups,
            Changes changes,
            Webhooks webhooks,
            MissingCatalogues missingCatalogues) {
        this.pictures = pictures;
        this.store = store;
        this.sweepOrphans = sweepOrphans;
        this.sessions = sessions;
        this.trials = trials;
        this.expireDossiers = expireDossiers;
        this.backups = backups;
        this.changes = changes;
        this.webhooks = webhooks;
        this.missingCatalogues = missingCatalogues;
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object start) {
        // before the first request can come: it neither waits for the engine nor meets it half prepared
        long begun = System.nanoTime();
        pictures.warmUp();
        LOG.info(() -> "the stamp engine is prepared after " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)
                + " ms");
        timer.schedule(quietly("looking at the store", store::open), SETTLED_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                quietly("looking for the dossiers' catalogues", missingCatalogues::logMissingCatalogues),
                SETTLED_SECONDS,
                60 * 60,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(quietly("sweeping orphans", sweepOrphans::sweep), 1, 24 * 60, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(
                quietly("removing old trials", trials::removeOld), 2 * SETTLED_SECONDS, 60 * 60, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(quietly("looking what is overdue", expireDossiers::run), 30, 60, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(quietly("the daily backup", backups::startWhenDue), 2, 1, TimeUnit.MINUTES);
        timer.schedule(quietly("beginning to push changes", webhooks::start), SETTLED_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(quietly("forgetting old changes", changes::tidy), 10, 24 * 60, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(quietly("forgetting old sessions", sessions::tidy), 5, 60, TimeUnit.MINUTES);
    }

    /** A task that fails once must come again next time. */
    private static Runnable quietly(String what, Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (Refusal refused) {
                LOG.warning(() -> what + ": " + refused.code().code() + ": " + refused.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, what, e);
            }
        };
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
