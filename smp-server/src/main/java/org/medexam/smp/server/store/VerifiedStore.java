package org.medexam.smp.server.store;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.store.PictureStore;
import org.medexam.smp.core.store.StoreBond;
import org.medexam.smp.server.database.Database;
import org.medexam.smp.server.material.Pictures;

/** The store, for as long as it is this database's. */
@Singleton
public class VerifiedStore {

    private static final Logger LOG = Logger.getLogger(VerifiedStore.class.getName());

    /** A disk that is mounted later heals by itself; looking costs a few system calls. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final PictureStore store;
    private final Pictures pictures;
    private final StoreBonds bonds;
    private final Database database;
    private final Clock clock;
    private volatile boolean belongs;
    private volatile long lookAgainAtNanos = System.nanoTime();

    @Inject
    VerifiedStore(PictureStore store, Pictures pictures, StoreBonds bonds, Database database, Clock clock) {
        this.store = store;
        this.pictures = pictures;
        this.bonds = bonds;
        this.database = database;
        this.clock = clock;
    }

    /** @throws Refusal {@code STORAGE_UNAVAILABLE} where store and database do not belong together */
    public PictureStore open() {
        if (!belongs && !bond()) {
            throw Refusal.of(RefusalCode.STORAGE_UNAVAILABLE, "store and database do not belong together")
                    .retryAfter(LOOK_AGAIN);
        }
        return store;
    }

    private synchronized boolean bond() {
        if (belongs || System.nanoTime() < lookAgainAtNanos) {
            return belongs;
        }
        StoreBond bond = StoreBond.between(inDatabase(), store.identity(), !pictures.isEmpty(), store.holdsPictures());
        if (bond instanceof StoreBond.Belongs) {
            belongs = true;
        } else if (bond instanceof StoreBond.Unfinished unfinished) {
            unite(unfinished.identity());
        } else if (bond instanceof StoreBond.FirstStart) {
            unite(UUID.randomUUID());
        } else if (bond instanceof StoreBond.Foreign foreign) {
            lookAgainAtNanos = System.nanoTime() + LOOK_AGAIN.toNanos();
            LOG.severe(() -> "STORE AND DATABASE DO NOT BELONG TOGETHER (" + foreign.reason()
                    + "): pictures are neither taken nor served, and nothing is swept. 图片存储与数据库不匹配，已停止收取和清理图片。"
                    + "Check smp.storage.path and the database, or restore the one that is missing.");
        }
        return belongs;
    }

    /** The database's row first: should the power fail in between, the next start finds neither has pictures and ends it. */
    private void unite(UUID identity) {
        if (inDatabase().isEmpty()) {
            bonds.add(new StoreBondRow(identity, clock.instant()));
            database.flush();
        }
        store.claim(identity);
        belongs = true;
        LOG.info("a new store of pictures was begun");
    }

    private Optional<UUID> inDatabase() {
        return bonds.find().map(StoreBondRow::storeId);
    }
}
