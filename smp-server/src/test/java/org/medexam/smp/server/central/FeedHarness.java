package org.medexam.smp.server.central;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.database.DatabaseAlone;
import org.medexam.smp.server.wire.Json;

/**
 * Writers that share dossiers, as submissions, reviews and uploads do: each transaction holds its dossier's row, counts
 * it up, lingers now and then, sometimes fails, and tells of it once or twice. Readers follow {@code next} meanwhile.
 */
final class FeedHarness {

    private static final int WRITERS = 16;
    private static final int DOSSIERS = 40;
    private static final int PAGE = 200;
    private static final Duration MAX_REST = Duration.ofMillis(50);

    private final DatabaseAlone database;
    private final int changesInAll;
    private final ChangeSignal signal = new ChangeSignal();
    private final Changes changes;
    private final AtomicInteger left;
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger turnedAway = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> faults = new ConcurrentLinkedQueue<>();
    private final Map<Follower, Integer> read = new EnumMap<>(Follower.class);
    private Duration took;

    FeedHarness(DatabaseAlone database, int changesInAll) {
        this.database = database;
        this.changesInAll = changesInAll;
        this.changes = new Changes(database.transactions(), database.database(), Clock.systemUTC(), signal);
        this.left = new AtomicInteger(changesInAll);
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    synchronized int read(Follower follower) {
        return read.getOrDefault(follower, 0);
    }

    /** How many of the changes are kept from SP. */
    int held() {
        return held.get();
    }

    String report() {
        return "%d changes by %d writers of %d dossiers, %d transactions failed on purpose and %d found no connection, MP read %d and SP %d in %d pages, %d s, %d faults"
                .formatted(
                        changesInAll,
                        WRITERS,
                        DOSSIERS,
                        failed.get(),
                        turnedAway.get(),
                        read(Follower.MP),
                        read(Follower.SP),
                        pages.get(),
                        took.toSeconds(),
                        faults.size());
    }

    void run() throws InterruptedException, SQLException {
        changes.last(); // makes the tables
        makeDossiers();
        Instant begun = Instant.now();
        List<Thread> threads = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(writer);
            threads.add(thread("writer-" + writer, () -> write(random)));
        }
        for (Follower follower : Follower.values()) {
            threads.add(thread("reader-" + follower, () -> readAll(follower)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        took = Duration.between(begun, Instant.now());
    }

    private Thread thread(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        faults.add(name + ": " + e);
                    }
                },
                name);
        thread.start();
        return thread;
    }

    private void makeDossiers() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE feed_dossier (id INT NOT NULL PRIMARY KEY, number INT NOT NULL)");
            for (int id = 0; id < DOSSIERS; id++) {
                statement.execute("INSERT INTO feed_dossier (id, number) VALUES (" + id + ", 0)");
            }
        }
    }

    private void write(Random random) {
        while (true) {
            int wanted = random.nextInt(10) == 0 ? 2 : 1;
            int mine = Math.min(wanted, left.getAndAdd(-wanted));
            if (mine <= 0) {
                return;
            }
            int dossier = random.nextInt(DOSSIERS);
            ChangeType type = ChangeType.values()[random.nextInt(ChangeType.values().length)];
            boolean fails = random.nextInt(50) == 0;
            boolean lingers = random.nextInt(20) == 0;
            if (fails) {
                failOnPurpose(dossier, type);
            }
            patiently(() -> database.transactions().inTransaction(() -> {
                tell(dossier, type, mine, lingers);
                return true;
            }));
            if (type.heldFromSp()) {
                held.addAndGet(mine);
            }
        }
    }

    private void failOnPurpose(int dossier, ChangeType type) {
        try {
            patiently(() -> database.transactions().inTransaction(() -> {
                tell(dossier, type, 1, false);
                // the last thing of all: its number was given already
                database.transactions().beforeCommit(() -> {
                    database.transactions().entityManager().flush();
                    throw new OnPurpose();
                });
                return true;
            }));
        } catch (OnPurpose e) {
            failed.incrementAndGet();
        }
    }

    private static final class OnPurpose extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** As a caller who is told to come back does. */
    private <T> T patiently(Supplier<T> work) {
        while (true) {
            try {
                return work.get();
            } catch (Refusal refused) {
                if (refused.code() != RefusalCode.OVERLOADED) {
                    throw refused;
                }
                turnedAway.incrementAndGet();
            }
        }
    }

    private void tell(int dossier, ChangeType type, int count, boolean lingers) {
        for (int i = 0; i < count; i++) {
            sql("UPDATE feed_dossier SET number = number + 1 WHERE id = " + dossier)
                    .executeUpdate();
            int number = ((Number) sql("SELECT number FROM feed_dossier WHERE id = " + dossier)
                            .getSingleResult())
                    .intValue();
            changes.add(type, "D-" + dossier, "6215", Map.of("number", number));
        }
        if (lingers) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private jakarta.persistence.Query sql(String text) {
        return database.transactions().entityManager().createNativeQuery(text);
    }

    /** Follows {@code next} until all writers are done and nothing comes any more. */
    private void readAll(Follower follower) {
        ObjectMapper json = Json.mapper();
        Map<String, Integer> numbers = new HashMap<>();
        long next = 0;
        int count = 0;
        long lastOne = 0;
        while (next < changesInAll && faults.isEmpty()) {
            long raised = signal.count();
            long from = next;
            ChangePage page = patiently(() -> changes.after(from, PAGE, follower));
            pages.incrementAndGet();
            for (Change change : page.changes()) {
                boolean inOrder = follower == Follower.MP ? change.seq() == lastOne + 1 : change.seq() > lastOne;
                if (!inOrder) {
                    faults.add(follower + " read " + change.seq() + " after " + lastOne);
                }
                lastOne = change.seq();
                int number = number(json, change);
                Integer before = numbers.put(change.dossierNo(), number);
                int expected = (before == null ? 0 : before) + 1;
                if (follower == Follower.MP ? number != expected : number < expected) {
                    faults.add(follower + " read " + number + " of " + change.dossierNo() + " after " + before);
                }
                count++;
            }
            if (page.next() < lastOne) {
                faults.add(follower + " is sent back from " + lastOne + " to " + page.next());
            }
            next = page.next();
            if (page.changes().isEmpty()) {
                rest(raised);
            }
        }
        synchronized (this) {
            read.put(follower, count);
        }
    }

    private void rest(long raised) {
        try {
            signal.await(raised, MAX_REST.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            faults.add("interrupted");
        }
    }

    private static int number(ObjectMapper json, Change change) {
        try {
            return json.readTree(change.details()).get("number").asInt();
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
