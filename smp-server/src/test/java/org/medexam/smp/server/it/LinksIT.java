package org.medexam.smp.server.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Links for MP's own page: one picture each, without a token, for five minutes. */
class LinksIT {

    @RegisterExtension
    static final SmpServerExtension SMP = SmpServerExtension.shared();

    private static final String NO = "link-1";

    private final Api api = SMP.api();
    private JsonNode link;

    @BeforeEach
    void makeLink() {
        api.register(NO, "6215");
        assertThat(api.upload(NO, "DIPLOMA", api.candidateToken(NO), DrawnPicture.jpeg(1))
                        .status())
                .isIn(201, 200);
        Api.Answer made = api.send("POST", "/v1/dossiers/" + NO + "/links", api.mpToken(), "{\"reviewer\":\"审核员甲\"}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.json().get("expiresAt").asText()).contains("+08:00");
        link = made.json().at("/images/0");
        assertThat(link.get("material").asText()).isEqualTo("DIPLOMA");
    }

    @Test
    void aLinkShowsItsPictureInAnotherSitesPage() {
        for (String member : new String[] {"url", "thumbnailUrl"}) {
            Api.Answer shown = api.get(link.get(member).asText(), null);

            assertThat(shown.status()).isEqualTo(200);
            assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
            assertThat(shown.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
            assertThat(shown.header("Referrer-Policy")).isEqualTo("no-referrer");
        }
    }

    @Test
    void anAlteredLinkShowsNothing() {
        String url = link.get("url").asText();

        for (String altered : new String[] {
            url.replace("?expires=", "?expires=9"),
            url.replaceAll("signature=.", "signature=!"),
            url.replaceAll("&signature.*", ""),
            url.replace("?", "/thumbnail?"),
            url.replaceAll("expires=\\d+", "expires=1"),
            url.replaceAll("expires=\\d+", "expires=x")
        }) {
            assertThat(api.get(altered.replace("!", "_"), null).code())
                    .as(altered)
                    .isEqualTo("not-found");
        }
    }

    @Test
    void onlyMpMakesLinksAndSaysForWhom() {
        String path = "/v1/dossiers/" + NO + "/links";
        String body = "{\"reviewer\":\"审核员甲\"}";

        assertThat(api.send("POST", path, api.spToken(), body).code()).isEqualTo("not-allowed");
        assertThat(api.send("POST", path, api.districtReviewerToken(), body).code())
                .isEqualTo("not-allowed");
        assertThat(api.send("POST", path, api.mpToken(), "{}").code()).isEqualTo("invalid");
        assertThat(api.send("POST", "/v1/dossiers/nobody/links", api.mpToken(), body)
                        .code())
                .isEqualTo("not-found");
    }
}
