package org.medexam.smp.tool.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.tool.setup.SelfSignedKeystore;

/**
 * What every page looks like, filled with made-up data: into {@code target/screenshots} always, and into the manual
 * when asked for it, there from an installation that really runs.
 */
class PicturesTest {

    @TempDir
    Path folder;

    /** Where the pictures of one round go. */
    private interface Album {
        void take(OpenWindow window, String name);
    }

    /** What the window is told of the machine. */
    private record Machine(Path pictures, Path backups, Path stick, int port, Instant now) {}

    @Test
    void everyPage() throws Exception {
        HttpServer server = wellServer();
        MadeUpHome home = MadeUpHome.in(folder);
        Machine machine = new Machine(
                folder.resolve("pictures"),
                folder.resolve("backups"),
                folder,
                server.getAddress().getPort(),
                OpenWindow.NOW);
        try (OpenWindow window = OpenWindow.chinese(home)) {
            Album album = (open, name) -> open.screenshot(name);
            window.paste("storage-path", machine.pictures().toString());
            window.paste("db-user", "smp").paste("db-password", "made up 26");
            window.says("connection.note", "正在连接");
            album.take(window, "1-basics");
            window.choose("database-kind.embedded");
            settings(window, home, machine, album);
            window.step("service").says("service.lamp", "正在运行");
            album.take(window, "8-service");
            window.step("acceptance");
            window.frame.checkBox("acceptance.with-phone").uncheck();
            window.click("acceptance.begin");
            window.faults("acceptance.note", "验收不合格");
            album.take(window, "9-acceptance");
        } finally {
            server.stop(0);
        }
    }

    /**
     * Wants {@code install/target/SMP}, an account that may write to the places named here, port 8001 free, and on this
     * machine a SQL Server without a database EP, which it makes; {@code SMP_TEST_DB_PASSWORD} is that of its user smp.
     * In the phase {@code package}, since the tool reads its version from its jar.
     */
    @Test
    @EnabledIfSystemProperty(named = "smp.manual.pictures", matches = "true")
    void theManualsPictures() throws Exception {
        Path smp = Path.of("/opt/SMP");
        Path otherDisk = Path.of("/dev/shm/SMP");
        Machine machine = new Machine(
                Path.of("/data/SMP-pictures"), Path.of("/backup/SMP"), Path.of("/media/usb"), 8001, Instant.now());
        List<Path> made = List.of(Path.of("/data"), Path.of("/backup"), machine.stick(), smp, otherDisk);
        assertThat(made).noneMatch(Files::exists);
        for (String disk : List.of("/data", "/backup")) {
            Files.createSymbolicLink(Path.of(disk), Files.createDirectories(Path.of(otherDisk + disk)));
        }
        Files.createDirectories(machine.stick());
        copy(Path.of("../install/target/SMP"), smp);
        try (OpenWindow window = OpenWindow.now(new MadeUpHome(smp))) {
            Album album = (open, name) ->
                    OpenWindow.write(open.picture(2), Path.of("../docs/manual/pictures/tool-" + name + ".png"));
            window.paste("storage-path", machine.pictures().toString());
            window.paste("db-user", "smp").paste("db-password", System.getenv("SMP_TEST_DB_PASSWORD"));
            window.frame.checkBox("db-encrypt").uncheck();
            window.says("connection.note", "数据库还没有建立");
            window.says("storage-path.note", "可写");
            album.take(window, "1-basics");
            window.click("save").says("saved.note", "已保存");
            settings(window, new MadeUpHome(smp), machine, album);
            window.step("service").says("service.lamp", "已停止");
            window.click("service.start").says("service.note", "SMP 正在运行");
            album.take(window, "8-service");
            window.step("backup").click("backup.now").says("backup-last.note", "备份成功");
            window.step("acceptance").click("acceptance.begin");
            window.says("acceptance.phone-words", "移动网络");
            album.take(window, "9-acceptance-phone");
            window.click("acceptance.go-on").says("acceptance.note", "验收单");
            album.take(window, "9-acceptance");
            slip(smp.resolve("acceptance"), Path.of("../docs/manual/pictures/slip.png"));
            window.step("service").click("service.stop").says("service.lamp", "已停止");
        } finally {
            for (Path folder : made) {
                delete(folder);
            }
        }
    }

    private static void slip(Path folder, Path picture) throws IOException {
        try (Stream<Path> slips = Files.list(folder);
                PDDocument slip = Loader.loadPDF(slips.findFirst().orElseThrow().toFile())) {
            OpenWindow.write(new PDFRenderer(slip).renderImageWithDPI(0, 120), picture);
        }
    }

    private static void settings(OpenWindow window, MadeUpHome home, Machine machine, Album album) throws Exception {
        window.step("database").click("create-database");
        window.marks("database", Mark.DONE);
        album.take(window, "2-database");

        Path stick = machine.stick();
        window.step("keys");
        window.click("sp-keys.choose").answer(MadeUpHome.writeKeys(stick.resolve("sp.jwks.json"), "sp-2026"));
        window.says("sp-keys.note", "可用");
        window.click("mp-keys.choose").answer(MadeUpHome.writeKeys(stick.resolve("mp.jwks.json"), "mp-2026"));
        window.marks("keys", Mark.DONE);
        album.take(window, "3-keys");

        window.step("address");
        Path keystore = home.path().resolve("conf/smp.example.cn.p12");
        SelfSignedKeystore.write(
                keystore,
                new Secret("made up 26"),
                List.of("smp.example.cn"),
                machine.now(),
                SelfSignedKeystore.DEFAULT_VALIDITY);
        window.paste("http-port", String.valueOf(machine.port())).paste("public-url", "https://smp.example.cn");
        window.choose("certificate.own");
        window.paste("keystore", "conf/smp.example.cn.p12").paste("keystore-password", "made up 26");
        window.says("keystore.note", "自签名");
        window.marks("database", Mark.DONE);
        album.take(window, "4-address");
        window.choose("certificate.proxy").paste("proxy-trusted", "127.0.0.1");
        window.marks("address", Mark.DONE);
        window.marks("database", Mark.DONE);
        album.take(window, "4-address-proxy");

        window.step("district").paste("district-code", "62").paste("district-name", "甘肃考区");
        window.eventually(
                "the catalogues",
                () -> assertThat(window.frame.comboBox("catalogue").contents()).hasSize(5));
        window.onWindow(() -> {
            window.frame.comboBox("catalogue").target().setSelectedIndex(0);
            return true;
        });
        window.marks("district", Mark.DONE);
        window.marks("database", Mark.DONE);
        album.take(window, "5-district");

        window.step("keeper").paste("keeper-name", "zhuanguan").paste("keeper-display-name", "张三");
        window.paste("keeper-password", "plain words 26").paste("keeper-again", "plain words 26");
        album.take(window, "6-keeper");
        window.click("keeper.create").marks("keeper", Mark.DONE);

        window.step("backup").paste("backup-path", machine.backups().toString());
        window.click("backup.export").answer(stick.resolve("smp-backup.key"));
        window.says("backup-key.note", "并核对无误");
        window.says("backup-path.note", machine.backups().toString());
        album.take(window, "7-backup");
        window.click("save").marks("backup", Mark.DONE);
        window.eventually("saved", () -> assertThat(window.text("unsaved")).doesNotContain("未保存"));
    }

    /** Answers as a server that is well, and knows nothing else. */
    private static HttpServer wellServer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean health = exchange.getRequestURI().getPath().startsWith("/nme/ext/api/health/");
            byte[] body = ("{\"status\":\"up\",\"database\":\"up\",\"storage\":\"up\",\"freeBytes\":90000000000,"
                            + "\"version\":\"0.1.0\",\"since\":\"" + Instant.now() + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(health ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    /** In letters of the double size the window is a program of its own: the scale is fixed when the first one opens. */
    @Test
    void isSharpAndWholeAtTwoHundredPercent() throws Exception {
        MadeUpHome home = MadeUpHome.in(folder).withSettings(Map.of());
        Path picture =
                Path.of("target/screenshots/configuration-tool-200-percent.png").toAbsolutePath();
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dflatlaf.uiScale=2",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeWindow.class.getName(),
                        home.path().toString(),
                        picture.toString())
                .inheritIO()
                .start();
        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(program.exitValue()).isZero();
        BufferedImage image = ImageIO.read(picture.toFile());
        assertThat(image.getWidth()).isEqualTo(2 * MainWindow.WIDTH);
        assertThat(image.getHeight()).isEqualTo(2 * MainWindow.HEIGHT);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
