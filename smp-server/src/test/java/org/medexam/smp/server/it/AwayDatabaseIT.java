package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is away, at the start and later: SMP says so quickly, and works by itself when it is back. */
@RunAlone
class AwayDatabaseIT {

    private static final Duration QUICKLY = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String LOGIN = "{\"username\": \"nobody\", \"password\": \"no password\"}";
    private static final String WRONG_PASSWORD = "用户名或密码错误";

    @TempDir
    Path home;

    @Test
    void aSqlServerThatDoesNotAnswerIsSaidToBeUnavailable() throws Exception {
        SmpServer server = SmpServer.withEmbeddedDatabase(home)
                .with("smp.db.server", "127.0.0.1")
                .with("smp.db.port", String.valueOf(closedPort()))
                .with("smp.db.user", "smp")
                .with("smp.db.password-file", "conf/db.password");
        Files.writeString(home.resolve("conf/db.password"), "not asked for");
        try (server) {
            server.start();
            saysThatTheDatabaseIsAway(new Api(server));
        }
    }

    @Test
    void startsWithoutItsDatabaseAndWorksAsSoonAsThatIsThere() throws Exception {
        SmpServer server = new SmpServer(home);
        try (server;
                DatabaseOutage outage = outageFor(server)) {
            server.start();
            Api api = new Api(server);
            saysThatTheDatabaseIsAway(api);

            outage.end();

            await(() -> api.get("/health/ready", null).status() == 200);
            assertThat(api.register("away-1", "6215").status()).isEqualTo(201);
            assertThat(api.upload("away-1", "OTHER", api.spToken(), DrawnPicture.jpeg(1))
                            .status())
                    .isEqualTo(201);
            Api.Answer login = api.send("POST", "/v1/session", null, LOGIN);
            assertThat(login.code()).isEqualTo("bad-credentials");
            assertThat(login.json().get("detail").asText()).isEqualTo(WRONG_PASSWORD);
        }
    }

    private DatabaseOutage outageFor(SmpServer server) throws Exception {
        Optional<TestDatabase> sqlServer = TestDatabase.fromEnvironment();
        return sqlServer.isPresent()
                ? DatabaseOutage.of(DatabaseOutage.lead(server, sqlServer.get()))
                : DatabaseOutage.heldByAnother(home);
    }

    private static void saysThatTheDatabaseIsAway(Api api) {
        assertThat(api.get("/health/live", null).status()).isEqualTo(200);
        assertThat(within(QUICKLY, () -> api.get("/health/ready", null)).status())
                .isEqualTo(503);
        Map<String, Api.Answer> answers = Map.of(
                "login", within(QUICKLY, () -> api.send("POST", "/v1/session", null, LOGIN)),
                "ticket", within(QUICKLY, () -> api.send("POST", "/v1/session", api.candidateToken("away-1"), null)),
                "list", within(QUICKLY, () -> api.get("/v1/dossiers", api.mpToken())),
                "register", within(QUICKLY, () -> api.register("away-1", "6215")),
                "upload", within(QUICKLY, () -> api.upload("away-1", "OTHER", api.spToken(), DrawnPicture.jpeg(1))));
        answers.forEach((call, answer) -> {
            assertThat(answer.status()).as(call).isEqualTo(503);
            assertThat(answer.code()).as(call).isEqualTo("database-unavailable");
            assertThat(answer.header("Retry-After")).as(call).isNotNull();
            assertThat(answer.json().get("detail").asText()).as(call).doesNotContain(WRONG_PASSWORD);
        });
    }

    @Test
    void losesNothingWhenTheDatabaseGoesAwayUnderLoad() throws Exception {
        Optional<TestDatabase> sqlServer = TestDatabase.fromEnvironment();
        assumeTrue(sqlServer.isPresent(), "SMP_TEST_DB_URL names no SQL Server whose line could be cut");
        SmpServer server = new SmpServer(home);
        try (server;
                Forwarder line = DatabaseOutage.lead(server, sqlServer.get())) {
            line.mend();
            server.start();
            Api api = new Api(server);
            Load load = new Load(api, 6);
            try (load) {
                for (int outage = 0; outage < 3; outage++) {
                    load.awaitMore(20);
                    line.cut();
                    load.awaitRefused(30);
                    line.mend();
                }
                load.awaitMore(20);
            }

            System.out.println("outages: " + load.answered.size() + " pictures kept, " + load.refused.get()
                    + " calls refused, slowest refusal " + load.slowestRefusalMillis.get() + " ms");
            assertThat(load.unforeseen).isEmpty();
            assertThat(load.slowestRefusalMillis.get()).isLessThan((int) QUICKLY.toMillis());
            load.answered.forEach(id -> {
                Api.Answer fetched = api.get("/v1/images/" + id, api.mpToken());
                assertThat(fetched.status()).isEqualTo(200);
                assertThat("\"" + DrawnPicture.sha256(fetched.bytes()) + "\"").isEqualTo(fetched.header("ETag"));
            });
        }
    }

    /** Candidates who upload one picture after the other, and the same again when told to come back. */
    private static final class Load implements AutoCloseable {
        private final Set<String> answered = ConcurrentHashMap.newKeySet();
        private final Queue<String> unforeseen = new ConcurrentLinkedQueue<>();
        private final AtomicInteger refused = new AtomicInteger();
        /** Of the calls that do nothing but ask the database. */
        private final AtomicInteger slowestRefusalMillis = new AtomicInteger();

        private final AtomicBoolean over = new AtomicBoolean();
        private final List<Thread> candidates = new ArrayList<>();
        private final Api api;

        Load(Api api, int clients) {
            this.api = api;
            for (int client = 0; client < clients; client++) {
                int number = client;
                Thread candidate = new Thread(() -> run(number), "candidate-" + client);
                candidates.add(candidate);
                candidate.start();
            }
        }

        private void run(int client) {
            for (int picture = 0; !over.get(); picture++) {
                String no = "load-" + client + "-" + picture / 20;
                byte[] drawn = DrawnPicture.jpeg(client * 100_000L + picture);
                boolean there = false;
                while (!there && !over.get()) {
                    there = known(no) && sent(no, drawn);
                }
            }
        }

        private boolean known(String no) {
            long begun = System.nanoTime();
            Api.Answer answer = api.register(no, "6215");
            int millis = (int) ((System.nanoTime() - begun) / 1_000_000);
            if (answer.status() == 503) {
                slowestRefusalMillis.accumulateAndGet(millis, Math::max);
            }
            return count(answer, false);
        }

        private boolean sent(String no, byte[] drawn) {
            return count(api.upload(no, "OTHER", api.spToken(), drawn), true);
        }

        private boolean count(Api.Answer answer, boolean picture) {
            if (answer.status() == 201 || answer.status() == 200) {
                if (picture) {
                    answered.add(answer.json().get("id").asText());
                }
                return true;
            }
            if (answer.status() == 503 && answer.code().equals("database-unavailable")) {
                refused.incrementAndGet();
            } else {
                unforeseen.add(answer.status() + " " + new String(answer.bytes()));
            }
            return false;
        }

        void awaitMore(int pictures) throws InterruptedException {
            int wanted = answered.size() + pictures;
            await(() -> answered.size() >= wanted);
        }

        void awaitRefused(int uploads) throws InterruptedException {
            int wanted = refused.get() + uploads;
            await(() -> refused.get() >= wanted);
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            for (Thread candidate : candidates) {
                candidate.join();
            }
        }
    }

    private interface Call {
        Api.Answer make();
    }

    private static Api.Answer within(Duration longest, Call call) {
        long begun = System.nanoTime();
        Api.Answer answer = call.make();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(longest);
        return answer;
    }

    private interface Question {
        boolean yes();
    }

    private static void await(Question question) throws InterruptedException {
        long last = System.nanoTime() + SOON.toNanos();
        while (!question.yes()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(last);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
