package org.medexam.smp.server.it;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.medexam.smp.core.launch.ServerLaunch;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.ticket.JwkPair;
import org.medexam.smp.core.ticket.TicketSigner;

/**
 * A real server process with a home of its own on a free port, started as the product starts it. Points at the
 * database of {@code SMP_TEST_DB_URL} where that is set, and empties it first.
 */
public final class SmpServer implements AutoCloseable {

    public static final String DISTRICT = "62";
    /** The container's words, after which it stays up and serves nothing. */
    private static final Pattern DEPLOYMENT_FAILED = Pattern.compile("Exception while (deploying|loading) the app");

    private static final Duration MAX_START = Duration.ofSeconds(300);

    private final Path home;
    private final int port;
    private final JwkPair sp;
    private final JwkPair mp;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final List<String> jvmOptions = new ArrayList<>(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1"));
    private Process process;

    public SmpServer(Path home) throws IOException {
        this(home, TestDatabase.fromEnvironment());
    }

    /** With the embedded database, whatever the environment names. */
    public static SmpServer withEmbeddedDatabase(Path home) throws IOException {
        return new SmpServer(home, Optional.empty());
    }

    private SmpServer(Path home, Optional<TestDatabase> testDatabase) throws IOException {
        this.home = home;
        this.port = freePort();
        this.sp = JwkPair.es256("sp-test");
        this.mp = JwkPair.es256("mp-test");
        Files.createDirectories(home.resolve("conf"));
        Files.writeString(home.resolve("conf/sp.jwks.json"), sp.publicSet());
        Files.writeString(home.resolve("conf/mp.jwks.json"), mp.publicSet());
        settings.put("smp.district.code", DISTRICT);
        settings.put("smp.district.name", "试验考区");
        settings.put("smp.catalogue", "baiyin-2021");
        settings.put("smp.window.closes-at", "2100-01-01T00:00:00+08:00"); // the notice's own is long over
        settings.put("smp.http.port", String.valueOf(port));
        settings.put("smp.public-url", "http://localhost:" + port);
        settings.put("smp.storage.path", "pictures");
        settings.put("smp.sp.jwks", "conf/sp.jwks.json");
        settings.put("smp.mp.jwks", "conf/mp.jwks.json");
        testDatabase.ifPresent(database -> {
            database.empty();
            database.settings(home).forEach(settings::put);
        });
    }

    private SmpServer(Path home, SmpServer before) {
        this.home = home;
        this.port = before.port;
        this.sp = before.sp;
        this.mp = before.mp;
    }

    /** The same installation in another home, with the settings as they lie there. */
    public SmpServer restoredTo(Path otherHome) {
        return new SmpServer(otherHome, this);
    }

    public SmpServer with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    public SmpServer withJvmOption(String option) {
        jvmOptions.add(option);
        return this;
    }

    /** The server's database, for rows that no caller can make; the embedded one only while the server is down. */
    HikariDataSource database() throws IOException {
        DatabaseAddress address = databaseAddress();
        HikariConfig config = new HikariConfig();
        config.setDriverClassName(address.driver());
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    DatabaseAddress databaseAddress() throws IOException {
        writeSettings();
        return DatabaseAddress.of(
                SmpSettings.read(home.resolve("conf/smp.properties")).database());
    }

    private void writeSettings() throws IOException {
        if (settings.isEmpty()) {
            return; // they lie there already
        }
        List<String> lines = settings.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .toList();
        Files.write(home.resolve("conf/smp.properties"), lines, StandardCharsets.UTF_8);
    }

    /** Starts the process and returns when the address answers, whatever the database does. */
    public SmpServer start() throws IOException, InterruptedException {
        writeSettings();
        ServerLaunch launch = new ServerLaunch(
                SmpSettings.read(home.resolve("conf/smp.properties")),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Path.of(System.getProperty("smp.test.payara")),
                Path.of(System.getProperty("smp.test.war")),
                jvmOptions);
        process = launch.prepare()
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("console.log").toFile())
                .start();
        awaitLive();
        return this;
    }

    private void awaitLive() throws InterruptedException, IOException {
        Instant last = Instant.now().plus(MAX_START);
        while (Instant.now().isBefore(last)) {
            if (!process.isAlive() || DEPLOYMENT_FAILED.matcher(console()).find()) {
                break;
            }
            if (status("/health/live").equals(Optional.of(200))) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("the server did not start:\n" + console());
    }

    private String console() throws IOException {
        return Files.readString(home.resolve("console.log"));
    }

    private Optional<Integer> status(String path) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(api() + path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Optional.of(HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode());
        } catch (IOException notYet) {
            return Optional.empty();
        }
    }

    /** As by {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As by Ctrl-C. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            stop();
        }
    }

    public long pid() {
        return process.pid();
    }

    /** What the JDK's own tool answers about this process: {@code GC.run}, {@code Thread.print}. */
    public String jcmd(String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(answer);
        }
        return answer;
    }

    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    /** {@code http://localhost:<port>/nme/ext} */
    public String base() {
        return "http://localhost:" + port + "/nme/ext";
    }

    public String api() {
        return base() + "/api";
    }

    public TicketSigner sp() {
        return new TicketSigner(DISTRICT, sp.privateJwk());
    }

    public TicketSigner mp() {
        return new TicketSigner(DISTRICT, mp.privateJwk());
    }

    public JwkPair spKeys() {
        return sp;
    }

    public JwkPair mpKeys() {
        return mp;
    }

    /** All that the server wrote: to its log's files and to the console. */
    public String log() throws IOException {
        StringBuilder all = new StringBuilder(Files.readString(home.resolve("console.log")));
        // not the .lck beside them
        try (DirectoryStream<Path> files = Files.newDirectoryStream(home.resolve("logs"), "smp.log*[!k]")) {
            for (Path file : files) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
