package org.medexam.smp.tool.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Kind;
import org.medexam.smp.tool.acceptance.AcceptanceStep.Result;
import org.medexam.smp.tool.setup.SelfSignedKeystore;

class AddressCheckTest {

    private static final String LIVE = "{\"status\":\"up\"}";
    private static final Instant NOW = Instant.now();

    @TempDir
    private Path folder;

    private static AcceptanceStep look(URI address, Instant now) {
        return new AddressCheck(address, now, ZoneId.of("Asia/Shanghai"))
                .look(new StepResult(ToolMessages.of(Locale.SIMPLIFIED_CHINESE), Kind.ADDRESS));
    }

    private AcceptanceStep lookAtServer(String host, String answer, Instant now) throws Exception {
        Path file = folder.resolve("smp.p12");
        Secret password = new Secret("shi-yan");
        SelfSignedKeystore.write(file, password, List.of(host), NOW, Duration.ofDays(90));
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context(file, password)));
        server.createContext("/nme/ext/api/health/live", exchange -> {
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            return look(URI.create("https://localhost:" + server.getAddress().getPort()), now);
        } finally {
            server.stop(0);
        }
    }

    private static SSLContext context(Path file, Secret password) throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        char[] opener = password.reveal().toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, opener);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, opener);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void aSelfMadeCertificateIsGoodForNoPhone() throws Exception {
        AcceptanceStep step = lookAtServer("localhost", LIVE, NOW);
        assertThat(step.result()).isEqualTo(Result.ADVICE);
        assertThat(step.words()).contains("不是浏览器信任的机构签发的");
        assertThat(step.figures()).containsEntry("certificateTrusted", false);
    }

    @Test
    void aCertificateOfAnotherNameIsAFault() throws Exception {
        AcceptanceStep step = lookAtServer("smp.example.cn", LIVE, NOW);
        assertThat(step.result()).isEqualTo(Result.FAULT);
        assertThat(step.words()).contains("localhost");
    }

    @Test
    void anOldCertificateIsAFault() throws Exception {
        assertThat(lookAtServer("localhost", LIVE, NOW.plus(Duration.ofDays(91)))
                        .words())
                .contains("不在有效期内");
    }

    @Test
    void anotherServerIsAFault() throws Exception {
        AcceptanceStep step = lookAtServer("localhost", "{\"status\":\"fine\"}", NOW);
        assertThat(step.result()).isEqualTo(Result.FAULT);
        assertThat(step.words()).contains("不是本服务器");
    }

    @Test
    void noWayBackInIsAdvice() throws Exception {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThat(look(URI.create("https://localhost:" + closed), NOW).result())
                .isEqualTo(Result.ADVICE);
    }

    @Test
    void plainHttpIsForThisMachineAlone() {
        assertThat(look(URI.create("http://localhost:8001"), NOW).result()).isEqualTo(Result.ADVICE);
        assertThat(look(URI.create("http://192.0.2.1"), NOW).result()).isEqualTo(Result.FAULT);
    }
}
