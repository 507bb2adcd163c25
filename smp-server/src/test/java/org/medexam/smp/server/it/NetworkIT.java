package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server's listeners, TLS, and requests outside the API. */
class NetworkIT {

    @RegisterExtension
    static final SmpServerExtension SMP =
            SmpServerExtension.own().inFolder("a home").prepare(NetworkIT::prepare);

    private static final String PASSWORD = "open \"me\" please";

    /** Product names, class names and stack traces. */
    private static final Pattern TELLING = Pattern.compile(
            "(?i)payara|glassfish|grizzly|catalina|tomcat|jersey|eclipse|microprofile|exception|java\\.|\tat ");

    private static int httpsPort;

    private final SmpServer server = SMP.server();

    private static void prepare(SmpServer server) throws Exception {
        httpsPort = freePort();
        Files.writeString(server.home().resolve("conf/smp.p12.password"), PASSWORD);
        keystore(server.home().resolve("conf/smp.p12"));
        server.with("smp.public-url", "https://smp.example.test:" + httpsPort)
                .with("smp.https.port", String.valueOf(httpsPort))
                .with("smp.tls.keystore", "conf/smp.p12")
                .with("smp.tls.password-file", "conf/smp.p12.password")
                .with("smp.proxy.trusted", "192.0.2.1");
    }

    static Stream<String> outside() {
        return Stream.of(
                "GET / HTTP/1.1",
                "GET /foo HTTP/1.1",
                "POST /foo HTTP/1.1",
                "GET /health HTTP/1.1",
                "GET /health/ready HTTP/1.1",
                "GET /metrics HTTP/1.1",
                "GET /openapi/ HTTP/1.1",
                "GET /nme HTTP/1.1",
                "GET /nme/extra HTTP/1.1",
                "GET /management/domain HTTP/1.1",
                "TRACE /foo HTTP/1.1",
                "FOO / HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "GET http://elsewhere/foo HTTP/1.1");
    }

    @ParameterizedTest
    @MethodSource("outside")
    void answers404OutsideTheContext(String requestLine) throws Exception {
        String answer = plain(requestLine);
        assertThat(answer).startsWith("HTTP/1.1 404 ").contains("application/problem+json", "\"not-found\"");
        assertThat(answer).doesNotContainPattern(TELLING).doesNotContainIgnoringCase("\r\nserver:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /nme/ext/%00 HTTP/1.1",
                "GET /nme/ext/%5c HTTP/1.1",
                "GET /nme/ext/%ff%fe HTTP/1.1",
                "GET /nme/ext/../../../x HTTP/1.1",
                "GET /nme/ext/api/v1/session HTTP/1.1\r\nContent-Length: abc",
                "GET /nme/ext/api/v1/session HTTP/1.1\r\nCookie: smp-session=\u0001;;=,",
                "GET /a b HTTP/1.1",
                "GET / HTTP/9.9"
            })
    void aMalformedRequestRevealsNothing(String request) throws Exception {
        String answer = plain(request);
        assertThat(answer).matches(Pattern.compile("HTTP/1\\.1 (400|404|505) .*", Pattern.DOTALL));
        assertThat(answer).doesNotContainPattern(TELLING).doesNotContainIgnoringCase("\r\nserver:");
    }

    @Test
    void refusesAVeryLongAddress() throws Exception {
        assertThat(plain("GET /nme/ext/" + "a".repeat(100_000) + " HTTP/1.1"))
                .startsWith("HTTP/1.1 400 ")
                .doesNotContainPattern(TELLING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "FOO"})
    void refusesAnUnsupportedMethodForFilesToo(String method) throws Exception {
        String answer = plain(method + " /nme/ext/problems/not-found HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 405 ").contains("\"method-not-allowed\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nme/ext/WEB-INF/web.xml", "/nme/ext/%57EB-INF/web.xml", "/nme/ext//WEB-INF/web.xml"})
    void doesNotServeInternalFiles(String path) throws Exception {
        assertThat(plain("GET " + path + " HTTP/1.1"))
                .startsWith("HTTP/1.1 404 ")
                .contains("\"not-found\"");
    }

    @Test
    void redirectsIgnoreTheHostHeader() throws Exception {
        String answer = tls("GET /nme/ext HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n", "-tls1_3");
        assertThat(answer)
                .containsPattern("Location: (https://smp.example.test:" + httpsPort + ")?/nme/ext/\\s")
                .doesNotContain("elsewhere");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void servesHttpsWithTheKeyOfTheSettings(String version) throws Exception {
        String answer = tls("GET /nme/ext/api/health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", version);
        assertThat(answer)
                .contains("CN = smp.example.test")
                .contains("HTTP/1.1 200")
                .contains("\"up\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1", "-tls1_1"})
    void refusesOldTls(String version) throws Exception {
        assertThat(tls("", version, "-cipher", "DEFAULT:@SECLEVEL=0")).contains("no peer certificate available");
    }

    @Test
    void servesPlainHttpOnlyToThisMachineAndTheProxy() throws Exception {
        Optional<InetAddress> other = addressThatIsNotLoopback();
        assumeTrue(other.isPresent(), "a machine with a network");
        String request = "GET /nme/ext/api/health/live HTTP/1.1";
        assertThat(exchange(other.get(), request)).startsWith("HTTP/1.1 403 ").contains("\"not-allowed\"");
        assertThat(plain(request)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void opensNoOtherPortAndShowsNoPasswordOnACommandLine() throws Exception {
        String listeners = run("", "ss", "-ltnpH");
        List<String> ours = listeners
                .lines()
                .filter(line -> line.contains("pid=" + server.pid() + ","))
                .map(line -> line.replaceAll(".*:(\\d+) .*:\\*.*", "$1"))
                .toList();
        assertThat(ours).containsExactlyInAnyOrder(String.valueOf(server.port()), String.valueOf(httpsPort));
        assertThat(Files.readString(Path.of("/proc/" + server.pid() + "/cmdline")))
                .doesNotContain(PASSWORD);
        assertThat(server.log()).doesNotContain(PASSWORD);
    }

    @Test
    void writesOneReadableLog() throws Exception {
        plain("GET /nme/ext/api/v1/dossiers/geheim-0815 HTTP/1.1");
        String log = Files.readString(server.home().resolve("logs/smp.log"));
        assertThat(log)
                .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} INFO    org\\.medexam\\.smp");
        assertThat(log).contains("ticket-missing").doesNotContain("geheim-0815");
        assertThat(log.lines().filter(line -> line.contains(" WARNING "))).isEmpty();
    }

    private static String plain(String request) throws IOException {
        return exchange(InetAddress.getByName("127.0.0.1"), request);
    }

    private static String exchange(InetAddress address, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, SMP.server().port()), 5_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + "\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String tls(String request, String... options) throws Exception {
        String[] command = Stream.concat(
                        Stream.of("openssl", "s_client", "-connect", "127.0.0.1:" + httpsPort, "-ign_eof"),
                        Stream.of(options))
                .toArray(String[]::new);
        return run(request, command);
    }

    private static String run(String input, String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().close();
        try (InputStream out = process.getInputStream()) {
            String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor(30, TimeUnit.SECONDS);
            return said;
        }
    }

    private static void keystore(Path file) throws Exception {
        String said = run(
                "",
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "district key",
                "-keyalg",
                "EC",
                "-dname",
                "CN=smp.example.test",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass:file",
                file + ".password");
        assertThat(file).as(said).exists();
    }

    private static Optional<InetAddress> addressThatIsNotLoopback() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
