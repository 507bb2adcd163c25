package org.medexam.smp.tool.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.medexam.smp.core.picture.InstalledMark;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.tool.client.KeyUnreadable;
import org.medexam.smp.tool.client.LocalServerClient;
import org.medexam.smp.tool.client.LocalServerClient.Reply;

/** A picture goes the way of a candidate's: up, stamped, back, as thumbnail, and away. */
final class PictureCheck implements AcceptanceCheck {

    private final LocalServerClient server;
    private final SmpSettings settings;

    PictureCheck(LocalServerClient server, SmpSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    @Override
    public AcceptanceStep look(StepResult step) {
        Reply begun = server.control("POST", "trials");
        if (begun.status() != 201) {
            return step.fault("no-trial", begun.problem());
        }
        JsonNode trial = begun.json();
        try {
            return look(step, trial);
        } finally {
            server.control("DELETE", "trials/" + trial.path("no").asText());
        }
    }

    private AcceptanceStep look(StepResult step, JsonNode trial) {
        TrialPicture picture = TrialPicture.drawn();
        Reply up = upload(trial, picture.bytes());
        step.millis("uploadMillis", up.took());
        if (up.status() != 201) {
            return step.fault("upload", up.problem(), up.json().path("detail").asText());
        }
        String image = "/api/v1/images/" + up.json().path("id").asText();

        Reply fetched = server.send(as(trial, image).GET());
        step.millis("fetchMillis", fetched.took());
        if (fetched.status() != 200) {
            return step.fault("fetch", fetched.problem());
        }
        if (!picture.isStampedIn(fetched.body(), mark())) {
            return step.fault("no-mark");
        }
        if (TrialPicture.hasRemark(fetched.body())) {
            return step.fault("metadata");
        }

        Reply thumbnail = server.send(as(trial, image + "/thumbnail").GET());
        step.millis("thumbnailMillis", thumbnail.took());
        if (thumbnail.status() != 200) {
            return step.fault("thumbnail", thumbnail.problem());
        }

        Reply removed = server.send(as(trial, image).DELETE());
        step.millis("deleteMillis", removed.took());
        Reply after = server.send(as(trial, image).GET());
        if (removed.status() != 204 || after.status() != 404) {
            return step.fault("delete", removed.problem());
        }
        return step.good(
                "good",
                up.took().toMillis(),
                fetched.took().toMillis(),
                thumbnail.took().toMillis(),
                removed.took().toMillis());
    }

    /** The mark that the server puts on, whose secret lies where the server's control key was readable. */
    private DistrictMark mark() {
        try {
            return InstalledMark.of(settings);
        } catch (UncheckedIOException unreadable) {
            throw new KeyUnreadable(InstalledMark.key(settings.home()));
        }
    }

    private HttpRequest.Builder as(JsonNode trial, String path) {
        return server.request(path)
                .header("Cookie", "smp-session=" + trial.path("session").asText())
                .header("X-CSRF-Token", trial.path("csrf").asText());
    }

    private Reply upload(JsonNode trial, byte[] picture) {
        String frame = "smp-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + frame + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"trial.jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(picture);
        body.writeBytes(("\r\n--" + frame + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        String slot = "/api/v1/dossiers/" + trial.path("no").asText() + "/materials/"
                + trial.path("material").asText() + "/images";
        return server.send(as(trial, slot)
                .header("Content-Type", "multipart/form-data; boundary=" + frame)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }
}
