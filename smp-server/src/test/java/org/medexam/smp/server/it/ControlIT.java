package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.launch.ControlKey;

/** What the tool on this machine asks of the server, and that for everybody else there is nothing to be found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlIT {

    private static final String CLOCK = "/v1/control/clock";

    private SmpServer server;
    private Api api;
    private ControlKey key;

    @BeforeAll
    void start(@TempDir Path home) throws Exception {
        server = new SmpServer(home)
                // this machine's other addresses may come too, as a proxy's would
                .with("smp.proxy.trusted", "0.0.0.0/0")
                .start();
        api = new Api(server);
        key = ControlKey.read(home).orElseThrow();
    }

    @AfterAll
    void stop() throws Exception {
        server.close();
    }

    private HttpRequest.Builder control(String path) {
        return api.request(path, null).header("Authorization", key.authorization());
    }

    @Test
    void itsClocksAreThoseOfThisMachine() {
        Api.Answer answer = api.send(control(CLOCK).GET());
        assertThat(answer.status()).isEqualTo(200);
        for (String clock : new String[] {"server", "database"}) {
            assertThat(Instant.parse(answer.json().get(clock).asText()))
                    .as(clock)
                    .isBetween(Instant.now().minusSeconds(30), Instant.now().plusSeconds(30));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/control/clock, none",
        "GET, /v1/control/clock, wrong",
        "GET, /v1/control/clock, bare",
        "GET, /v1/control/clock, bearer",
        "GET, /v1/control/clock, mp",
        "GET, /v1/control/clock, forwarded",
        "GET, /v1/control/clock, via",
        "POST, /v1/control/clock, none",
        "PUT, /v1/control/trials, none",
        "POST, /v1/control/trials, mp",
        "HEAD, /v1/control/clock, none",
        "OPTIONS, /v1/control/clock, none",
        "GET, /v1/control/clock;x=1, none",
        "GET, /v1//control/clock, none",
        "GET, /v1/control, none",
        "GET, /v1/control/nothing-of-the-kind, none",
    })
    void forEverybodyElseThereIsNothing(String method, String path, String shown) {
        HttpRequest.Builder request = api.request(path, null).method(method, HttpRequest.BodyPublishers.noBody());
        switch (shown) {
            case "wrong" -> request.header("Authorization", ControlKey.random().authorization());
            case "bare" -> request.header("Authorization", key.authorization().replace("SMP-Control ", ""));
            case "bearer" -> request.header("Authorization", key.authorization().replace("SMP-Control", "Bearer"));
            case "mp" -> request.header("Authorization", "Bearer " + api.mpToken());
            case "forwarded" ->
                request.header("Authorization", key.authorization()).header("X-Forwarded-For", "127.0.0.1");
            case "via" -> request.header("Authorization", key.authorization()).header("Via", "1.1 proxy");
            default -> {}
        }
        isNothing(api.send(request), method);
    }

    @Test
    void notEvenForItsOwnKeyFromAnotherAddress() throws Exception {
        Optional<InetAddress> own = addressOnTheNetwork();
        assumeTrue(own.isPresent(), "this machine is on no network");
        String there = "http://" + own.get().getHostAddress() + ":" + server.port() + "/nme/ext/api" + CLOCK;

        isNothing(api.send(control(there).GET()), "GET");
    }

    /** The same as where nothing ever was. */
    private void isNothing(Api.Answer answer, String method) {
        Api.Answer nothing =
                api.send(api.request("/v1/nothing", null).method(method, HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(404).isEqualTo(nothing.status());
        assertThat(answer.headers().map().keySet())
                .isEqualTo(nothing.headers().map().keySet());
        if (!method.equals("HEAD")) {
            assertThat(answer.code()).isEqualTo("not-found");
            assertThat(answer.json().get("detail")).isEqualTo(nothing.json().get("detail"));
        }
    }

    private static Optional<InetAddress> addressOnTheNetwork() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
