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

/** Starts the scheduled tasks of the server when the application starts, and stops them with it. */
@Singleton
public class BackgroundTasks {

    private static final Logger LOG = Logger.getLogger(BackgroundTasks.class.getName());

    /** Until the container has finished the start it closes jars that it has read, and class loading can fail. */
    private static final int START_DELAY_SECONDS = 3;

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
        // before the server takes requests, so that no request waits for the warm-up
        long started = System.nanoTime();
        pictures.warmUp();
        LOG.info(() -> "the stamp engine is prepared after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) + " ms");
        timer.schedule(catching("verify the store", store::open), START_DELAY_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(
                catching("log missing catalogues", missingCatalogues::logMissingCatalogues),
                START_DELAY_SECONDS,
                60 * 60,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(catching("sweep orphans", sweepOrphans::sweep), 1, 24 * 60, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(
                catching("delete abandoned trials", trials::deleteAbandoned),
                2 * START_DELAY_SECONDS,
                60 * 60,
                TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(catching("expire dossiers", expireDossiers::run), 30, 60, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(catching("daily backup", backups::startWhenDue), 2, 1, TimeUnit.MINUTES);
        timer.schedule(catching("start the webhooks", webhooks::start), START_DELAY_SECONDS, TimeUnit.SECONDS);
        timer.scheduleWithFixedDelay(catching("delete old changes", changes::tidy), 10, 24 * 60, TimeUnit.MINUTES);
        timer.scheduleWithFixedDelay(
                catching("delete expired sessions", sessions::deleteExpired), 5, 60, TimeUnit.MINUTES);
    }

    /** Logs every exception of the task, because the executor stops repeating a task that throws. */
    private static Runnable catching(String name, Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Refusal refused) {
                LOG.warning(() -> name + ": " + refused.code().code() + ": " + refused.getMessage());
            } catch (RuntimeException e) {
                LOG.log(Level.SEVERE, name, e);
            }
        };
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
    }
}
