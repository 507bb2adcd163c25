package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of the data, end to end: SP registers, the candidate uploads, MP lists and fetches. */
@RunAlone
class MainWayIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.own();

    private final SmpServer server = SMP.server();
    private final Api api = SMP.api();

    @Test
    void aPictureComesInIsStampedKeptAndFetched() throws Exception {
        assertThat(api.register("2021-0001", "6215").status()).isEqualTo(201);
        byte[] sent = DrawnPicture.jpeg(1);

        Api.Answer uploaded = api.upload("2021-0001", "ID_DOC", api.candidateToken("2021-0001"), sent);
        assertThat(uploaded.status()).as(() -> new String(uploaded.bytes())).isEqualTo(201);
        JsonNode image = uploaded.json();
        assertThat(uploaded.header("Location")).isEqualTo(image.get("url").asText());

        Api.Answer again = api.upload("2021-0001", "ID_DOC", api.candidateToken("2021-0001"), sent);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json()).isEqualTo(image);

        JsonNode dossier = api.get("/v1/dossiers/2021-0001", api.mpToken()).json();
        assertThat(dossier.at("/materials/0/images/0/id").asText())
                .isEqualTo(image.get("id").asText());

        Api.Answer fetched = api.get(image.get("url").asText(), api.mpToken());
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.header("Content-Type")).isEqualTo("image/jpeg");
        BufferedImage stamped = ImageIO.read(new ByteArrayInputStream(fetched.bytes()));
        assertThat(stamped.getWidth()).isEqualTo(image.get("width").asInt());
        assertThat(fetched.bytes()).isNotEqualTo(sent);
        assertThat(server.home().resolve("conf/stamp.key")).isRegularFile();
        // the first one of all: the engine was prepared at the start
        assertThat(stampedWithin("0.2")).isEqualTo(stampedWithin("+Inf")).isPositive();
    }

    /** How many pictures were stamped in no more than so many seconds. */
    private long stampedWithin(String seconds) {
        String bucket = "smp_upload_step_seconds_bucket{step=\"stamp\",le=\"" + seconds + "\"} ";
        return new String(api.get("/metrics", null).bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(bucket))
                .mapToLong(line -> Long.parseLong(line.substring(bucket.length())))
                .sum();
    }
}
