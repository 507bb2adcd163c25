package org.medexam.smp.tool.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.launch.ControlKey;

/** How an acceptance is shown; what it tries, its own tests show. */
class AcceptancePageTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatIsWrongStepByStepAndPrintsTheSlipAllTheSame() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of("smp.http.port", String.valueOf(freePort())));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("acceptance").marks("acceptance", Mark.TO_DO);
            window.frame.button("acceptance.open").requireDisabled();
            window.frame.checkBox("acceptance.with-phone").requireSelected().uncheck();
            window.click("acceptance.begin");
            window.faults("acceptance.login.note", "没有应答");
            window.says("acceptance.picture.note", "没有试");
            window.faults("acceptance.note", "验收不合格");
            window.marks("acceptance", Mark.FAULTY);

            window.click("acceptance.open");
            window.eventually(
                    "the slip is opened",
                    () -> assertThat(window.opened)
                            .singleElement()
                            .satisfies(
                                    pdf -> assertThat(Files.readAllBytes(pdf)).startsWith("%PDF".getBytes(UTF_8))));
        }
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("acceptance").says("acceptance.note", "上次的验收单");
            window.frame.button("acceptance.open").requireEnabled();
            window.marks("acceptance", Mark.DONE);
        }
    }

    @Test
    void sendsBackToTheSettingsWhereTheyAreFaulty() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of("smp.district.code", ""));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("acceptance").click("acceptance.begin");
            window.faults("acceptance.note", "设置还不完整");
        }
    }

    @Test
    void showsThePhonesCodeAndGoesOnWithoutOne() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", AcceptancePageTest::answer);
        server.start();
        MadeUpHome home = MadeUpHome.in(folder)
                .withSettings(Map.of(
                        "smp.http.port", String.valueOf(server.getAddress().getPort())));
        ControlKey.issue(home.path());
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("acceptance").click("acceptance.begin");
            window.says("acceptance.phone-words", "https://smp.example.cn/nme/ext/reach/made-up");
            window.says("acceptance.phone-words", "移动网络");
            window.click("acceptance.go-on");
            window.says("acceptance.note", "验收不合格");
            window.says("acceptance.phone.note", "手机");
            window.frame.button("acceptance.begin").requireEnabled();
        } finally {
            server.stop(0);
        }
    }

    /** Knows of phones and of nothing else. */
    private static void answer(HttpExchange exchange) throws IOException {
        boolean reaches = exchange.getRequestURI().getPath().contains("/control/reaches");
        boolean begun = reaches && exchange.getRequestMethod().equals("POST");
        byte[] body = (begun
                        ? "{\"id\":\"made-up\",\"address\":\"https://smp.example.cn/nme/ext/reach/made-up\"}"
                        : "{\"opened\":false}")
                .getBytes(UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(begun ? 201 : reaches ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
