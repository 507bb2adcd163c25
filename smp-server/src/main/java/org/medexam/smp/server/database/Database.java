package org.medexam.smp.server.database;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;

/**
 * The pool and the persistence unit. Opened by whoever first needs them while the database can be reached; until
 * then, and whenever the database is away, callers get {@code DATABASE_UNAVAILABLE} at once and not after a queue.
 */
@Singleton
public class Database {

    private static final Logger LOG = Logger.getLogger(Database.class.getName());
    /** A first start makes all tables, perhaps on a slow machine. */
    private static final Duration OPEN_WITHIN = Duration.ofSeconds(30);

    private final DatabaseAddress address;
    private final CircuitBreaker breaker = new CircuitBreaker();
    private final Pool pool;
    private final GroupFlush flush;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile EntityManagerFactory unit;
    private volatile String schema;

    @Inject
    Database(DatabaseAddress address) {
        this.address = address;
        this.pool = new Pool(address, breaker);
        this.flush = new GroupFlush(address, pool);
    }

    /**
     * The persistence unit, opened and brought up to date on first use.
     *
     * @throws Refusal {@code DATABASE_UNAVAILABLE}, at once where the last attempt failed a moment ago
     */
    EntityManagerFactory entityManagerFactory() {
        EntityManagerFactory open = unit;
        return open != null ? open : openInTurn();
    }

    /** One opens; the others wait for that: a moment at a usual start, and where it fails, it fails soon. */
    private EntityManagerFactory openInTurn() {
        boolean first = opening.tryLock();
        if (!first && !waitForTurn()) {
            throw Pool.unavailable("it is being opened", null);
        }
        try {
            if (unit == null && first) {
                unit = open();
            }
            if (unit == null) {
                throw Pool.unavailable("the attempt before failed", null);
            }
            return unit;
        } finally {
            opening.unlock();
        }
    }

    private boolean waitForTurn() {
        try {
            return opening.tryLock(OPEN_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private EntityManagerFactory open() {
        try {
            String version = new Schema(pool, address.kind()).migrate();
            EntityManagerFactory opened = persistenceUnit();
            schema = version;
            LOG.info(() -> "database ready, schema " + version);
            return opened;
        } catch (RuntimeException e) {
            LOG.log(
                    e instanceof Refusal || DatabaseFault.isAway(e) ? Level.FINE : Level.SEVERE,
                    "the database cannot be opened",
                    e);
            throw Pool.unavailable("it cannot be opened", e);
        }
    }

    private EntityManagerFactory persistenceUnit() {
        EntityManagerFactory made =
                Persistence.createEntityManagerFactory("smp", Map.of("jakarta.persistence.nonJtaDataSource", pool));
        try {
            made.createEntityManager().close();
            return made;
        } catch (RuntimeException e) {
            made.close(); // or the next attempt would be given this one, which never works
            throw e;
        }
    }

    /** Asks the database one question. */
    public void ask() {
        entityManagerFactory();
        try (Connection connection = pool.getConnection();
                Statement question = connection.createStatement()) {
            question.execute("SELECT 1");
            connection.rollback();
        } catch (SQLException e) {
            breaker.recordFailure();
            throw Pool.unavailable("no answer", e);
        }
    }

    /** The schema's version, which is this program's: the database is opened no sooner than it is up to date. */
    public String schema() {
        ask();
        return schema;
    }

    /** For who reads whole tables and no entities: connections of the same pool, the schema being in place. */
    public DataSource connections() {
        entityManagerFactory();
        return pool;
    }

    /** What time it is on the database's own machine. */
    public Instant time() {
        entityManagerFactory();
        try (Connection connection = pool.getConnection();
                Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery("SELECT " + address.now())) {
            answer.next();
            Instant time = answer.getObject(1, OffsetDateTime.class).toInstant();
            connection.rollback();
            return time;
        } catch (SQLException e) {
            breaker.recordFailure();
            throw Pool.unavailable("no answer", e);
        }
    }

    /** Returns when everything that was committed before this call survives a power cut. */
    public void flush() {
        try {
            flush.run();
        } catch (SQLException e) {
            breaker.recordFailure();
            throw Pool.unavailable("the commit could not be flushed", e);
        }
    }

    /** What a fault below a transaction is for the caller. */
    RuntimeException refusalFor(RuntimeException fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
        }
        if (!DatabaseFault.isAway(fault)) {
            return fault;
        }
        breaker.recordFailure();
        return Pool.unavailable("the database went away", fault);
    }

    @PreDestroy
    void close() {
        if (unit != null) {
            unit.close();
        }
        pool.close();
    }
}
