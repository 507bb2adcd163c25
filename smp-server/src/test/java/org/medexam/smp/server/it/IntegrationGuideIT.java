package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.server.guide.IntegrationGuide;

/** The shell lines of {@code docs/integration.md}, run from first to last as they stand there. */
class IntegrationGuideIT {

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the lines are for bash")
    void theShellLinesDoWhatTheGuideSays(@TempDir Path home, @TempDir Path folder) throws Exception {
        String script = "set -euo pipefail\n"
                + String.join("\n", IntegrationGuide.english().blocks("bash"));
        List<String> promised = Pattern.compile("# prints (\\S+)")
                .matcher(script)
                .results()
                .map(line -> line.group(1))
                .toList();
        assertThat(promised).contains("201", "200", "304", "401");

        try (WebhookReceiver receiver = new WebhookReceiver(0);
                SmpServer server = new SmpServer(home).with("smp.webhook.sp.url", receiver.url())) {
            receiver.answers(delivery -> keep(delivery, folder.resolve("delivery")));
            server.start();
            String old = new ObjectMapper()
                    .readTree(server.spKeys().publicSet())
                    .at("/keys/0")
                    .toString();
            Files.writeString(folder.resolve("sp-2021a.jwk.json"), old + "\n");
            Files.write(folder.resolve("id-card.jpg"), DrawnPicture.jpeg(1));
            Files.writeString(folder.resolve("guide.sh"), script);

            ProcessBuilder bash = new ProcessBuilder("bash", "guide.sh").directory(folder.toFile());
            bash.environment().put("LC_ALL", "C.UTF-8");
            bash.environment().put("SMP", server.api());
            bash.environment().put("SMP_HOME", home.toString());
            bash.environment().put("DISTRICT", SmpServer.DISTRICT);
            Process process = bash.redirectError(folder.resolve("errors.txt").toFile())
                    .redirectOutput(folder.resolve("printed.txt").toFile())
                    .start();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(process.exitValue())
                    .as(() -> read(folder.resolve("errors.txt")) + read(folder.resolve("printed.txt")))
                    .isZero();
            assertThat(read(folder.resolve("printed.txt")).lines()).containsExactlyElementsOf(promised);
            assertThat(new Api(server)
                            .get("/v1/dossiers/2021-0001", new Api(server).spToken())
                            .status())
                    .as("the old key's tickets, after the guide took the old key out")
                    .isEqualTo(401);
        }
    }

    /** The body last: who waits for it has all. */
    private static int keep(WebhookReceiver.Delivery delivery, Path folder) {
        try {
            if (Files.notExists(folder.resolve("body"))) {
                Files.createDirectories(folder);
                Files.writeString(folder.resolve("webhook-id"), delivery.id());
                Files.writeString(folder.resolve("webhook-timestamp"), delivery.timestamp());
                Files.writeString(folder.resolve("webhook-signature"), delivery.signature());
                Path unfinished = Files.write(folder.resolve("body.new"), delivery.body());
                Files.move(unfinished, folder.resolve("body"));
            }
            return 204;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
