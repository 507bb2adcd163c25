package org.medexam.smp.install;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code smp accept} from the folder SMP against a running server, with a phone that this test plays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcceptIT {

    private static final Path INSTALLATION = Path.of(System.getProperty("smp.test.installation"));
    private static final int MAX_START_SECONDS = 180;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Path folder;
    private Path home;
    private Process demo;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        home = folder.resolve("a home");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        demo = smp("demo", "--port", String.valueOf(port), "--home", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("demo.txt").toFile())
                .start();
        for (int tenths = 0; !Files.exists(home.resolve("demo/ready")); tenths++) {
            assertThat(demo.isAlive() && tenths < MAX_START_SECONDS * 10)
                    .as(() -> "started: " + said())
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("demo.txt"));
        } catch (IOException nothing) {
            return "";
        }
    }

    @AfterAll
    void end() throws Exception {
        demo.destroy();
        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    private static ProcessBuilder smp(String... arguments) {
        List<String> command =
                new ArrayList<>(List.of(INSTALLATION.resolve("bin/smp").toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("LC_ALL", "zh_CN.UTF-8"); // whether this machine has it or not
        return process;
    }

    @Test
    void triesEverythingAndPrintsTheSlip() throws Exception {
        Map<String, Long> before = pictures();
        Path pdf = folder.resolve("验收单.pdf");
        Process accept = smp(
                        "accept",
                        "--home",
                        home.toString(),
                        "--slip",
                        pdf.toString(),
                        "--wait-for-phone",
                        "2",
                        "--json")
                .start();
        beThePhone(accept);
        JsonNode report = new ObjectMapper().readTree(accept.getInputStream());
        assertThat(accept.waitFor()).as(report.toString()).isZero();

        Map<String, String> results = new TreeMap<>();
        report.get("steps")
                .forEach(step -> results.put(
                        step.get("step").asText(), step.get("result").asText()));
        assertThat(results)
                .containsEntry("login", "good")
                .containsEntry("server", "good")
                .containsEntry("database", "good")
                .containsEntry("picture", "good")
                .containsEntry("clock", "good")
                .containsEntry("keys", "good")
                .containsEntry("address", "advice") // this machine alone
                .containsEntry("phone", "advice") // from inside
                .hasSize(11)
                .doesNotContainValue("fault");
        assertThat(pictures()).isEqualTo(before);

        String slip = text(pdf);
        assertThat(slip)
                .contains("线上资格审核辅助子系统（SMP）部署验收单", "用户名或密码错误", "水印完整", "验收合格，有建议")
                .contains("往返", "Mbit/s", "考区（盖章）：", "1 / ");
        keepPictureOf(pdf);
    }

    /** Opens the address that the program tells and measures, as the page's script does. */
    private void beThePhone(Process accept) throws Exception {
        String address = null;
        for (String line = accept.errorReader().readLine();
                line != null;
                line = accept.errorReader().readLine()) {
            if (line.startsWith("http")) {
                address = line;
                break;
            }
        }
        assertThat(address).contains("/nme/ext/reach/");
        assertThat(send(HttpRequest.newBuilder(URI.create(address))).body()).contains("reach.js");
        String api = address.replace("/nme/ext/reach/", "/nme/ext/api/v1/reach/");
        HttpRequest.Builder opening =
                HttpRequest.newBuilder(URI.create(api + "/opening")).POST(BodyPublishers.noBody());
        assertThat(send(opening).statusCode()).isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(URI.create(api + "/echo"))).statusCode())
                .isEqualTo(204);
        HttpRequest.Builder result = HttpRequest.newBuilder(URI.create(api + "/result"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"roundTripMillis\":35.4,\"downMbit\":61.2,\"upMbit\":18.7}"));
        assertThat(send(result).statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private Map<String, Long> pictures() throws IOException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> below = Files.walk(home.resolve("pictures"))) {
            for (Path file : below.toList()) {
                sizes.put(file.toString(), Files.isDirectory(file) ? -1 : Files.size(file));
            }
        }
        return sizes;
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static void keepPictureOf(Path pdf) throws IOException {
        Path kept = Files.createDirectories(Path.of("target", "papers"));
        Files.copy(pdf, kept.resolve("slip.pdf"), StandardCopyOption.REPLACE_EXISTING);
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                ImageIO.write(
                        new PDFRenderer(document).renderImageWithDPI(page, 110),
                        "png",
                        kept.resolve("slip-" + (page + 1) + ".png").toFile());
            }
        }
    }

    @Test
    void saysStepByStepForPeopleAndFailsWhereTheServerIsAnother() throws Exception {
        Path other = folder.resolve("other");
        Files.createDirectories(other.resolve("conf"));
        Files.createDirectories(other.resolve("pictures"));
        for (String file : List.of("smp.properties", "sp.jwks.json", "mp.jwks.json")) {
            Files.copy(home.resolve("conf").resolve(file), other.resolve("conf").resolve(file));
        }
        Process accept = smp("accept", "--home", other.toString(), "--no-phone")
                .redirectErrorStream(true)
                .start();
        String said = new String(accept.getInputStream().readAllBytes());

        assertThat(accept.waitFor()).as(said).isEqualTo(3);
        assertThat(said)
                .contains("[合格] 登录页面", "[不合格] 服务器版本：读不到", "[未做] 外网手机访问", "验收不合格：")
                .doesNotContain("Exception", "WARNING", "at org.");
    }
}
