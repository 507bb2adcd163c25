package org.medexam.smp.tool.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.launch.ControlKey;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.Texts;

/** Long work that the running server of this machine does for us. */
final class ServerWork {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final long ASK_EVERY_MILLIS = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SmpSettings settings;
    private final Texts texts;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    ServerWork(SmpSettings settings, Texts texts) {
        this.settings = settings;
        this.texts = texts;
    }

    /**
     * Starts the work, or joins it where it runs already, and waits for its end.
     *
     * @param what below {@code /control/}
     * @return its outcome; empty when no server runs
     * @throws Failed when the server runs and says no
     */
    Optional<JsonNode> done(String what, Progress progress) {
        Optional<JsonNode> started = ask("POST", what);
        if (started.isEmpty()) {
            return started;
        }
        JsonNode view = started.get();
        while (view.path("running").asBoolean()) {
            tell(view, progress);
            pause();
            view = ask("GET", what.replaceFirst("\\?.*", ""))
                    .orElseThrow(() -> new Failed(texts.say("backup.server-ended")));
        }
        JsonNode failure = view.path("failure");
        if (!failure.isMissingNode() && !failure.isNull()) {
            List<String> arguments = new ArrayList<>();
            failure.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            throw new BackupWords(texts).failed(failure.path("reason").asText(), arguments);
        }
        return Optional.of(view.path("outcome"));
    }

    private static void tell(JsonNode view, Progress progress) {
        String phase = view.path("phase").asText();
        if (!phase.isEmpty()) {
            progress.at(
                    Progress.Phase.valueOf(phase.toUpperCase(Locale.ROOT)),
                    view.path("done").asLong(),
                    view.path("total").asLong());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ASK_EVERY_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private Optional<JsonNode> ask(String method, String what) {
        URI address = URI.create("http://127.0.0.1:" + settings.http().port() + "/nme/ext/api/v1/control/" + what);
        try {
            ControlKey key = ControlKey.read(settings.home()).orElseGet(ControlKey::random);
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(ANSWER)
                            .header("Authorization", key.authorization())
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new Failed(
                        texts.say("backup.server-refuses", settings.http().port(), ControlKey.file(settings.home())));
            }
            return Optional.of(JSON.readTree(answer.body()));
        } catch (ConnectException nobody) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new Failed(
                    texts.say("backup.server-refuses", settings.http().port(), ControlKey.file(settings.home())));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }
}
