package org.medexam.smp.server.torture;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.medexam.smp.server.it.Api;
import org.medexam.smp.server.it.SmpServer;

/** Rounds of: eight clients upload, the server is killed, started again on the same home, and judged. */
final class Torture {

    private static final int CLIENTS = 8;
    private static final int DOSSIERS = 6;
    private static final int STARTS = 3;

    /** How many answers a server lives to give, and how long then: so that a slow machine is killed at work too. */
    private static final int MAX_ANSWERS = 60;

    private static final int MAX_REST_MILLIS = 400;
    private static final Duration MAX_LIFE = Duration.ofSeconds(60);

    private final Path home;
    private final Random random;
    private final Consumer<String> journal;
    private final AtomicLong nextPicture = new AtomicLong(1);
    private final List<Ledger.Entry> ledger = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private int repeats;

    Torture(Path home, long seed, Consumer<String> journal) {
        this.home = home;
        this.random = new Random(seed);
        this.journal = journal;
    }

    List<String> violations() {
        return violations;
    }

    List<Ledger.Entry> ledger() {
        return ledger;
    }

    void run(int rounds) throws IOException, InterruptedException, SQLException {
        try (SmpServer server = SmpServer.withEmbeddedDatabase(home)) {
            server.start();
            Api api = new Api(server);
            for (int round = 1; round <= rounds; round++) {
                List<Ledger.Entry> ofRound = uploadUntilKilled(server, api, round);
                Map<String, Row> rows = Row.in(home.resolve("data"), home.resolve("copy"));
                restart(server);
                Inquest inquest = new Inquest(home.resolve("pictures"), rows, api);
                ledger.addAll(ofRound);
                inquest.judge(round == rounds ? ledger : ofRound);
                inquest.judgeFiles();
                violations.addAll(inquest.violations());
                violations.forEach(violation -> journal.accept("VIOLATION: " + violation));
                journal.accept("round %d: %d answered, %d fetched, %d records, %d orphans, %d temporary, %d violations"
                        .formatted(
                                round,
                                ofRound.size(),
                                inquest.fetched(),
                                rows.size(),
                                inquest.orphans(),
                                inquest.temporaries(),
                                violations.size()));
            }
            journal.accept("all: " + ledger.size() + " pictures answered, " + count(Ledger.Fate.REMOVED) + " removed, "
                    + repeats + " repeats, " + violations.size() + " violations");
        }
    }

    /** Now and then the container fails to deploy anything; who runs SMP as a service starts it again then, as we do. */
    private void restart(SmpServer server) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                server.start();
                return;
            } catch (IllegalStateException notStarted) {
                if (attempt == STARTS) {
                    throw notStarted;
                }
                journal.accept("the container did not start, attempt " + attempt);
                server.kill();
            }
        }
    }

    private long count(Ledger.Fate fate) {
        return ledger.stream().filter(entry -> entry.fate() == fate).count();
    }

    private List<Ledger.Entry> uploadUntilKilled(SmpServer server, Api api, int round) throws InterruptedException {
        List<Uploader.Slot> slots = slots(api, round);
        List<Uploader> uploaders = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            Uploader uploader = new Uploader(api, slots, random.nextLong(), nextPicture);
            Thread thread = new Thread(uploader, "client-" + client);
            uploaders.add(uploader);
            threads.add(thread);
            thread.start();
        }
        int answers = random.nextInt(1, MAX_ANSWERS);
        int rest = random.nextInt(MAX_REST_MILLIS);
        long last = System.nanoTime() + MAX_LIFE.toNanos();
        while (uploaders.stream().mapToInt(Uploader::answers).sum() < answers && System.nanoTime() < last) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        TimeUnit.MILLISECONDS.sleep(rest);
        server.kill();
        journal.accept("round " + round + ": killed " + rest + " ms after " + answers + " answers");
        List<Ledger.Entry> entries = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            threads.get(client).join();
            Ledger told = uploaders.get(client).ledger();
            entries.addAll(told.all());
            repeats += told.repeats();
            violations.addAll(told.violations());
        }
        return entries;
    }

    /** Every place of a few new dossiers: some are full soon, so that refusals and races happen too. */
    private static List<Uploader.Slot> slots(Api api, int round) {
        List<Uploader.Slot> slots = new ArrayList<>();
        for (int number = 1; number <= DOSSIERS; number++) {
            String no = "torture-" + round + "-" + number;
            api.register(no, "6215");
            api.get("/v1/dossiers/" + no, api.mpToken())
                    .json()
                    .get("materials")
                    .forEach(material ->
                            slots.add(new Uploader.Slot(no, material.get("code").asText())));
        }
        return slots;
    }
}
