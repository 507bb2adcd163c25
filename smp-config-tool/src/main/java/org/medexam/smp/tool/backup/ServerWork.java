package org.medexam.smp.tool.backup;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.launch.ControlKey;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.client.KeyUnreadable;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.LocalServerClient.Reply;
import org.medexam.smp.tool.client.ServerUnreachable;

/** Long work that the running server of this machine does for us. */
final class ServerWork {

    private static final long POLL_INTERVAL_MILLIS = 500;

    private final SmpSettings settings;
    private final ToolMessages texts;
    private final LocalServerClient server;

    ServerWork(SmpSettings settings, ToolMessages texts) {
        this.settings = settings;
        this.texts = texts;
        this.server = LocalServerClient.of(settings);
    }

    /**
     * Starts the work, or joins it where it runs already, and waits for its end.
     *
     * @param what below {@code /control/}
     * @return its outcome; empty when no server runs
     * @throws Failed when the server runs and says no
     */
    Optional<JsonNode> done(String what, Progress progress) {
        Optional<JsonNode> started = request("POST", what);
        if (started.isEmpty()) {
            return started;
        }
        JsonNode view = started.get();
        while (view.path("running").asBoolean()) {
            report(view, progress);
            pause();
            view = request("GET", what.replaceFirst("\\?.*", ""))
                    .orElseThrow(() -> new Failed(texts.say("backup.server-ended")));
        }
        JsonNode failure = view.path("failure");
        if (!failure.isMissingNode() && !failure.isNull()) {
            List<String> arguments = new ArrayList<>();
            failure.path("arguments").forEach(argument -> arguments.add(argument.asText()));
            throw new BackupMessages(texts).failed(failure.path("reason").asText(), arguments);
        }
        return Optional.of(view.path("outcome"));
    }

    private static void report(JsonNode view, Progress progress) {
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
            TimeUnit.MILLISECONDS.sleep(POLL_INTERVAL_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    private Optional<JsonNode> request(String method, String path) {
        try {
            Reply reply = server.control(method, path);
            if (!reply.isSuccess()) {
                throw refused();
            }
            return Optional.of(reply.json());
        } catch (ServerUnreachable unreachable) {
            if (unreachable.isRefused()) {
                return Optional.empty();
            }
            throw refused();
        } catch (KeyUnreadable unreadable) {
            if (server.isListening()) {
                throw refused();
            }
            return Optional.empty();
        }
    }

    private Failed refused() {
        return new Failed(texts.say("backup.server-refuses", settings.http().port(), ControlKey.file(settings.home())));
    }
}
