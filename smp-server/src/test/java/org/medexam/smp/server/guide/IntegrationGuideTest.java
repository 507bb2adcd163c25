package org.medexam.smp.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.JwksFile;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.core.ticket.Scope;
import org.medexam.smp.core.ticket.Ticket;
import org.medexam.smp.core.ticket.TicketVerifier;
import org.medexam.smp.core.ticket.TrustedKeys;

/** What the guide shows is what compiles and runs here, in both languages. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IntegrationGuideTest {

    private static final IntegrationGuide GUIDE = IntegrationGuide.english();

    private KeyPair pair;
    private Path pem;
    private Path ownKeys;
    private Path noKeys;

    @BeforeAll
    void makeAKey(@TempDir Path folder) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
        pem = Files.writeString(
                folder.resolve("key.pem"),
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        PublicJsonWebKey jwk = PublicJsonWebKey.Factory.newPublicJwk(pair.getPublic());
        jwk.setKeyId("2021b");
        ownKeys = Files.writeString(folder.resolve("own.jwks.json"), new JsonWebKeySet(jwk).toJson());
        noKeys = Files.writeString(folder.resolve("none.jwks.json"), "{\"keys\":[]}");
    }

    private TicketVerifier verifierOf(String issuer) {
        JwksFile own = new JwksFile(ownKeys, fault -> {});
        JwksFile none = new JwksFile(noKeys, fault -> {});
        return new TicketVerifier("62", issuer.equals("sp") ? TrustedKeys.of(own, none) : TrustedKeys.of(none, own));
    }

    static Stream<String> claims() {
        return GUIDE.blocks("json").stream().filter(block -> block.contains("\"scope\""));
    }

    @ParameterizedTest
    @MethodSource("claims")
    void theClaimsOfEachScopeAreAcceptedAsTheyStand(String claims) throws Exception {
        JsonNode json = new ObjectMapper().readTree(claims);
        Instant issued = Instant.ofEpochSecond(json.get("iat").asLong());

        Ticket ticket =
                verifierOf(json.get("iss").asText()).verify(new TicketWithJdk(pem, "2021b").sign(claims), issued);

        assertThat(ticket.scope().name())
                .isEqualToIgnoringCase(json.get("scope").asText());
        assertThat(ticket.exp()).isEqualTo(issued.plus(ticket.scope().longestLife()));
    }

    @Test
    void claimsOfAllScopesAreShown() {
        assertThat(claims().map(claims -> claims.replaceAll("(?s).*\"scope\": *\"(\\w+)\".*", "$1")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scope.values())
                        .map(scope -> scope.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void jose4jSignsWhatIsAccepted() throws Exception {
        String signed =
                new TicketWithJose4j(pair.getPrivate(), "2021b").forSiteReviewer("62", "kaodian01", "考点审核员乙", "6215");

        Ticket ticket = verifierOf("mp").verify(signed, Instant.now());

        assertThat(ticket.role()).contains(ReviewerRole.SITE);
        assertThat(ticket.site()).isEqualTo(Optional.of("6215"));
        assertThat(ticket.name()).contains("考点审核员乙");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TicketWithJdk", "TicketWithJose4j"})
    void theJavaThatIsShownIsTheJavaThatRan(String name) throws IOException {
        String source = Files.readString(Path.of("src/test/java/org/medexam/smp/server/guide", name + ".java"));
        String shown = source.substring(source.indexOf("import "));

        assertThat(GUIDE.blocks("java")).contains(shown);
    }

    @Test
    void bothLanguagesShowTheSameCode() {
        assertThat(IntegrationGuide.chinese().blocks()).isEqualTo(GUIDE.blocks());
    }

    /** Every code that the guide names is one of ours. */
    @Test
    void everyCodeThatIsNamedExists() {
        Set<String> known =
                Arrays.stream(RefusalCode.values()).map(RefusalCode::code).collect(Collectors.toSet());
        for (IntegrationGuide guide : new IntegrationGuide[] {GUIDE, IntegrationGuide.chinese()}) {
            assertThat(Pattern.compile("(?m)^\\| `([a-z-]+)`")
                            .matcher(guide.text().substring(guide.text().indexOf("<!-- codes -->")))
                            .results()
                            .map(found -> found.group(1)))
                    .isNotEmpty()
                    .allMatch(known::contains);
        }
    }
}
