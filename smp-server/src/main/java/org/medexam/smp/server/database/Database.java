package org.medexam.smp.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;

/**
 * The pool and the persistence unit. Opened by whoever first needs them while the database can be reached; until
 * then, and whenever the database is away, callers get {@code DATABASE_UNAVAILABLE} at once and not after a queue.
 */
@Singleton
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    /** After a failed attempt nobody else waits for the next one. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final int CONNECTIONS = 24;

    private final DatabaseAddress address;
    private final HikariDataSource pool;
    private final CommitFlush flush;
    private volatile EntityManagerFactory unit;
    private volatile long awayUntilNanos = System.nanoTime();

    @Inject
    Database(DatabaseAddress address) {
        this.address = address;
        this.pool = pool(address);
        this.flush = new CommitFlush(address, pool);
    }

    private static HikariDataSource pool(DatabaseAddress address) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("smp");
        config.setDriverClassName(address.driver());
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1); // a database that is away must not stop the start
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    /** The persistence unit, opened and brought up to date on first use. */
    EntityManagerFactory entityManagerFactory() {
        EntityManagerFactory open = unit;
        if (open != null) {
            return open;
        }
        if (System.nanoTime() < awayUntilNanos) {
            throw unavailable("the last attempt failed a moment ago", null);
        }
        return open();
    }

    private synchronized EntityManagerFactory open() {
        if (unit != null) {
            return unit;
        }
        try {
            String version = new Schema(pool, address.kind()).migrate();
            EntityManagerFactory opened =
                    Persistence.createEntityManagerFactory("smp", Map.of("jakarta.persistence.nonJtaDataSource", pool));
            opened.createEntityManager().close();
            unit = opened;
            LOG.info(() -> "database ready, schema " + version);
            return opened;
        } catch (RuntimeException e) {
            awayUntilNanos = System.nanoTime() + PAUSE.toNanos();
            LOG.log(Level.WARNING, "the database cannot be used yet", e);
            throw unavailable("the database cannot be used yet", e);
        }
    }

    /** Asks the database one question. */
    public void ask() {
        entityManagerFactory();
        try (Connection connection = pool.getConnection()) {
            connection.createStatement().execute("SELECT 1");
            connection.rollback();
        } catch (SQLException e) {
            throw unavailable("no answer", e);
        }
    }

    /** Returns when everything that was committed before this call survives a power cut. */
    public void flush() {
        try {
            flush.run();
        } catch (SQLException e) {
            throw unavailable("the commit could not be flushed", e);
        }
    }

    /** What a fault below a transaction is for the caller. */
    RuntimeException refusalFor(RuntimeException fault) {
        return DatabaseFault.isAway(fault) ? unavailable("the database went away", fault) : fault;
    }

    private static Refusal unavailable(String reason, Throwable cause) {
        return Refusal.of(RefusalCode.DATABASE_UNAVAILABLE, reason, cause).retryAfter(Duration.ofSeconds(5));
    }

    @PreDestroy
    void close() {
        if (unit != null) {
            unit.close();
        }
        pool.close();
    }
}
