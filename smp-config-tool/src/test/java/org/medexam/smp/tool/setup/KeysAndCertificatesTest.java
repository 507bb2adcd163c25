package org.medexam.smp.tool.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.ticket.JwkPair;
import org.medexam.smp.core.ticket.KeySet;
import org.medexam.smp.tool.ToolMessages;

class KeysAndCertificatesTest {

    private static final Instant NOW = Instant.parse("2021-01-15T01:30:12Z");
    private static final Secret PASSWORD = new Secret("with spaces, and ~");

    private final ToolMessages texts = ToolMessages.of(Locale.ENGLISH);
    private final KeySetCheck keySets = new KeySetCheck(texts);

    @TempDir
    Path folder;

    @Test
    void showsNameAlgorithmAndFingerprint() throws Exception {
        // key and thumbprint of RFC 7638 §3.1
        Path file = file("""
                {"keys":[{"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhD\
                R1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY\
                368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XP\
                ksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw","e":"AQAB","alg":"RS256","kid":"2011-04-29"}]}""");

        assertThat(keySets.keys(file))
                .containsExactly(new KeySet.Key(
                        "2011-04-29", "RS256", "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", KeySet.State.USED));
        assertThat(keySets.look(file)).extracting(Finding::level).containsExactly(Finding.Level.GOOD);
    }

    @Test
    void refusesAPrivateKeyLoudly() throws Exception {
        Path file = file("{\"keys\":[" + JwkPair.es256("sp-1").privateJwk() + "]}");

        assertThat(keySets.look(file))
                .singleElement()
                .matches(finding -> finding.level() == Finding.Level.FAULT)
                .matches(finding -> finding.text().contains("PRIVATE"));
    }

    @Test
    void namesWhatIsWrongWithEachKey() throws Exception {
        PublicJsonWebKey small = RsaJwkGenerator.generateJwk(1024);
        small.setKeyId("small");
        RsaJsonWebKey nameless = RsaJwkGenerator.generateJwk(2048);
        PublicJsonWebKey sealing = RsaJwkGenerator.generateJwk(2048);
        sealing.setKeyId("sealing");
        sealing.setUse("enc");
        PublicJsonWebKey good = RsaJwkGenerator.generateJwk(2048);
        good.setKeyId("good");

        Path file = file(new JsonWebKeySet(small, nameless, sealing, good, good).toJson());

        assertThat(keySets.keys(file))
                .extracting(KeySet.Key::state)
                .containsExactly(
                        KeySet.State.TOO_SHORT,
                        KeySet.State.WITHOUT_KID,
                        KeySet.State.NOT_FOR_VERIFYING,
                        KeySet.State.USED,
                        KeySet.State.SAME_KID);
        assertThat(keySets.look(file)).allMatch(finding -> !finding.text().isBlank());
    }

    @Test
    void takesNoUnknownKindAndNoFileThatIsNoSet() throws Exception {
        assertThat(keySets.keys(file("{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"X448\",\"x\":\"AA\",\"kid\":\"a\"}]}")))
                .extracting(KeySet.Key::state)
                .containsExactly(KeySet.State.NOT_TAKEN);
        for (String content : List.of("", "-----BEGIN CERTIFICATE-----", "{}", "{\"keys\":[]}", "{\"keys\":[1]}")) {
            assertThat(keySets.look(file(content))).extracting(Finding::level).containsExactly(Finding.Level.FAULT);
        }
        assertThat(keySets.look(folder.resolve("gone.json")))
                .extracting(Finding::level)
                .containsExactly(Finding.Level.FAULT);
    }

    @Test
    void findsTheSameKeyInBothFiles() throws Exception {
        String set = JwkPair.es256("k").publicSet();
        Path sp = Files.writeString(folder.resolve("sp.json"), set);
        Path mp = Files.writeString(folder.resolve("mp.json"), set.replace("\"k\"", "\"other\""));

        assertThat(keySets.look(sp, mp))
                .filteredOn(finding -> finding.level() == Finding.Level.FAULT)
                .singleElement()
                .matches(finding -> finding.text().contains("both"));
        assertThat(keySets.look(sp, file(JwkPair.es256("m").publicSet())))
                .noneMatch(finding -> finding.level() == Finding.Level.FAULT);
    }

    @Test
    void looksAtTheCertificateThatItMade() throws Exception {
        Path file = folder.resolve("证书.p12");
        SelfSignedKeystore.write(
                file, PASSWORD, List.of("smp.example.cn", "10.1.2.3", "::1"), NOW, SelfSignedKeystore.DEFAULT_VALIDITY);

        assertThat(levels(file, PASSWORD, "https://smp.example.cn", NOW))
                .containsExactly(Finding.Level.GOOD, Finding.Level.GOOD, Finding.Level.ADVICE);
        assertThat(levels(file, PASSWORD, "https://10.1.2.3:8443", NOW)).doesNotContain(Finding.Level.FAULT);
        assertThat(levels(file, PASSWORD, "https://other.example.cn", NOW)).contains(Finding.Level.FAULT);
        assertThat(levels(file, PASSWORD, "https://", NOW)).doesNotContain(Finding.Level.FAULT);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aCertificateHasItsDays() throws Exception {
        Path file = folder.resolve("smp.p12");
        SelfSignedKeystore.write(file, PASSWORD, List.of("*.example.cn"), NOW, Duration.ofDays(90));

        String url = "https://smp.example.cn";
        assertThat(levels(file, PASSWORD, url, NOW.minus(Duration.ofDays(1)))).contains(Finding.Level.FAULT);
        assertThat(levels(file, PASSWORD, url, NOW.plus(Duration.ofDays(61)))).startsWith(Finding.Level.ADVICE);
        assertThat(levels(file, PASSWORD, url, NOW.plus(Duration.ofDays(91)))).contains(Finding.Level.FAULT);
        assertThat(levels(file, PASSWORD, "https://a.b.example.cn", NOW)).contains(Finding.Level.FAULT);
    }

    @Test
    void saysWhyAKeystoreDoesNotOpen() throws Exception {
        Path file = folder.resolve("smp.p12");
        SelfSignedKeystore.write(file, PASSWORD, List.of("localhost"), NOW, Duration.ofDays(90));

        assertThat(levels(file, new Secret("wrong"), "", NOW)).containsExactly(Finding.Level.FAULT);
        assertThat(levels(file("no keystore"), PASSWORD, "", NOW)).containsExactly(Finding.Level.FAULT);
        assertThat(levels(folder.resolve("gone"), PASSWORD, "", NOW)).containsExactly(Finding.Level.FAULT);
    }

    private List<Finding.Level> levels(Path file, Secret password, String url, Instant now) {
        return new KeystoreCheck(texts, InstantSource.fixed(now))
                .look(file, password, url).stream().map(Finding::level).toList();
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("keys.json"), content);
    }
}
