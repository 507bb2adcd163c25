package org.medexam.smp.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person starts it, from the folder SMP: twice on one home whose name has a space. */
class DemoIT {

    private static final int MAX_START_SECONDS = 180;
    private static final Path INSTALLATION = Path.of(System.getProperty("smp.test.installation"));

    @TempDir
    Path folder;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process demo;

    @AfterEach
    void endIt() {
        if (demo != null) {
            demo.destroyForcibly();
        }
    }

    @Test
    void doesWhatItSaysAndKeepsWhatItHas() throws Exception {
        Path home = folder.resolve("a demo");
        Path files = home.resolve("demo");
        int port = freePort();

        start(home, port);
        String base = Files.readString(files.resolve("ready"));
        assertThat(base).isEqualTo("http://localhost:" + port + "/nme/ext");
        listensOnLoopbackAlone(port);
        candidateSeesTheDossier(base, files);
        pastedLinesWork(home);
        reviewersLogInAndSeeDossiers(base, files);
        aSecondDemoOnThePortSaysSo(port);
        Map<String, String> first = kept(files);
        interrupt(port);
        assertThat(files.resolve("ready")).doesNotExist();

        int other = freePort();
        start(home, other);
        assertThat(Files.readString(files.resolve("ready"))).contains(":" + other + "/");
        assertThat(kept(files)).isEqualTo(first);
        String dossier = get(
                        "http://localhost:" + other + "/nme/ext/api/v1/dossiers/" + firstDossier(),
                        Files.readString(files.resolve("mp-ticket.txt")))
                .body();
        assertThat(dossier).contains("/images/").contains("\"sha256\"");
        interrupt(other);
    }

    private void candidateSeesTheDossier(String base, Path files) throws Exception {
        String ticket = Files.readString(files.resolve("ticket.txt"));
        HttpResponse<String> answer = get(base + "/api/v1/dossiers/" + firstDossier(), ticket);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("ID_DOC").contains("\"open\":true");
    }

    private void pastedLinesWork(Path home) throws Exception {
        List<String> lines =
                output(home).lines().filter(line -> line.startsWith("curl ")).toList();
        assertThat(lines).hasSize(2);
        for (String line : lines) {
            Process bash = new ProcessBuilder("bash", "-c", line)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(bash.getInputStream().readAllBytes());
            assertThat(bash.waitFor()).as(line + "\n" + said).isZero();
        }
        byte[] sent = Files.readAllBytes(home.resolve("demo/sample.jpg"));
        byte[] fetched = Files.readAllBytes(home.resolve("demo/stamped.jpg"));
        assertThat(fetched).startsWith(0xff, 0xd8, 0xff).isNotEqualTo(sent);
    }

    private void reviewersLogInAndSeeDossiers(String base, Path files) throws Exception {
        List<String> lines = Files.readAllLines(files.resolve("reviewers.txt"));
        assertThat(lines).extracting(line -> line.split(" ")[2]).containsExactly("site", "site", "district");
        for (String line : lines) {
            String[] words = line.split(" ");
            HttpResponse<String> session = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/session"))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(
                                    "{\"username\":\"" + words[0] + "\",\"password\":\"" + words[1] + "\"}"))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(session.statusCode()).as(line).isEqualTo(201);
            String cookie =
                    session.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
            HttpResponse<String> list = http.send(
                    HttpRequest.newBuilder(URI.create(base + "/api/v1/dossiers"))
                            .header("Cookie", cookie)
                            .build(),
                    BodyHandlers.ofString());
            assertThat(list.statusCode()).isEqualTo(200);
            assertThat(list.body()).contains("\"no\":\"2021-62");
        }
    }

    private void aSecondDemoOnThePortSaysSo(int port) throws Exception {
        Process second = smp(
                        "demo",
                        "--port",
                        String.valueOf(port),
                        "--home",
                        folder.resolve("other").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(second.getInputStream().readAllBytes());
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said).contains("Port " + port + " is in use");
    }

    private HttpResponse<String> get(String address, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private static String firstDossier() {
        return "2021-6215-0001";
    }

    private static Map<String, String> kept(Path files) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (String name : List.of("sp.jwk.json", "mp.jwk.json", "reviewers.txt", "keeper.txt")) {
            contents.put(name, Files.readString(files.resolve(name)));
        }
        return contents;
    }

    private static void listensOnLoopbackAlone(int port) throws Exception {
        Process ss = new ProcessBuilder("ss", "-ltnH").start();
        List<String> listeners = new String(ss.getInputStream().readAllBytes())
                .lines()
                .filter(line -> line.contains(":" + port + " "))
                .toList();
        assertThat(listeners).hasSize(1).allMatch(line -> line.contains("127.0.0.1"));
    }

    private void start(Path home, int port) throws Exception {
        demo = smp("demo", "--port", String.valueOf(port), "--home", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(outputFile(home).toFile())
                .start();
        Path ready = home.resolve("demo/ready");
        for (int tenths = 0; tenths < MAX_START_SECONDS * 10; tenths++) {
            if (Files.exists(ready)) {
                return;
            }
            assertThat(demo.isAlive()).as(output(home)).isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("not ready: " + output(home));
    }

    /** As Ctrl-C does. */
    private void interrupt(int port) throws Exception {
        assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(demo.pid()))
                        .start()
                        .waitFor())
                .isZero();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).as("ended").isTrue();
        try (ServerSocket again = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(again.isBound()).as("the port is free").isTrue();
        }
    }

    private static ProcessBuilder smp(String... arguments) {
        ProcessBuilder process =
                new ProcessBuilder(INSTALLATION.resolve("bin/smp").toString());
        process.command().addAll(List.of(arguments));
        process.environment().put("LC_ALL", "C.UTF-8");
        return process;
    }

    private Path outputFile(Path home) {
        return folder.resolve(home.getFileName() + ".txt");
    }

    private String output(Path home) throws IOException {
        return Files.readString(outputFile(home));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
