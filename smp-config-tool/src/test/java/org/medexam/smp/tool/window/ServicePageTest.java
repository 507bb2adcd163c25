package org.medexam.smp.tool.window;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against an address that answers as the server would; that the service itself starts and stops, its own tests show. */
class ServicePageTest {

    @TempDir
    Path folder;

    @Test
    void doesNotAskWhereNothingIsSaved() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder);
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("service").says("service.note", "设置还不完整");
            window.frame.button("service.start").requireDisabled();
            window.frame.button("service.stop").requireDisabled();
            window.frame.button("service.restart").requireDisabled();
            assertThat(home.settings()).doesNotExist();
        }
    }

    @Test
    void saysThatItStandsStillAndWhyItDidNotStart() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of("smp.http.port", String.valueOf(freePort())));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("service").says("service.lamp", "已停止");
            window.says("service.kind", "后台进程");
            window.frame.button("service.stop").requireDisabled();
            window.frame.button("service.start").requireEnabled();
            window.click("service.open-logs");
            window.eventually(
                    "the logs",
                    () -> assertThat(window.opened).containsExactly(home.path().resolve("logs")));

            // its programs are empty files
            window.click("service.start");
            window.faults("service.note", "没有启动成功");
            window.says("service.lamp", "已停止");
            window.marks("service", Mark.TO_DO);
        }
    }

    @Test
    void showsARunningServerAndThatNewSettingsWantARestart() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/nme/ext/api/health/", exchange -> {
            String live = exchange.getRequestURI().getPath().endsWith("live") ? "{\"status\":\"up\"}" : READY;
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(live.getBytes(UTF_8));
            exchange.close();
        });
        server.start();
        MadeUpHome home = MadeUpHome.in(folder)
                .withSettings(Map.of(
                        "smp.http.port", String.valueOf(server.getAddress().getPort())));
        try (OpenWindow window = OpenWindow.chinese(home)) {
            window.step("service").says("service.lamp", "正在运行");
            window.frame.button("service.start").requireDisabled();
            window.frame.button("service.stop").requireEnabled();
            window.frame.button("service.restart").requireEnabled();
            // it says that it began long ago
            window.says("service.note", "重新启动后生效");
            window.marks("service", Mark.TO_DO);

            window.click("service.stop");
            window.faults("service.note", "不是用 smp start 启动的");
        } finally {
            server.stop(0);
        }
    }

    private static final String READY = """
            {"status":"up","database":"up","storage":"up","freeBytes":90000000000,"version":"0.1.0",
             "since":"2021-01-06T01:00:00Z"}""";

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
