package org.medexam.smp.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OkpJwkGenerator;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketVerifierTest {

    private static final Instant NOW = Instant.parse("2021-01-15T01:30:12Z");
    private static final String DISTRICT = "62";

    private final Map<String, PublicJsonWebKey> keys = new HashMap<>();
    private TicketVerifier verifier;

    @BeforeAll
    void makeKeys(@TempDir Path folder) throws Exception {
        List<PublicJsonWebKey> sp = List.of(
                key("sp-ec", EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                key("sp-ed", OkpJwkGenerator.generateJwk("Ed25519")),
                key("sp-rsa", RsaJwkGenerator.generateJwk(2048)),
                stating(key("sp-ps", RsaJwkGenerator.generateJwk(2048)), jwk -> jwk.setAlgorithm("PS256")),
                key("sp-rsa-weak", RsaJwkGenerator.generateJwk(1024)),
                key("sp-ec384", EcJwkGenerator.generateJwk(EllipticCurves.P384)),
                key("sp-x25519", OkpJwkGenerator.generateJwk("X25519")),
                stating(
                        key("sp-other-alg", EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                        jwk -> jwk.setAlgorithm("ES512")),
                stating(key("sp-enc", EcJwkGenerator.generateJwk(EllipticCurves.P256)), jwk -> jwk.setUse("enc")),
                stating(
                        key("sp-ops", EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                        jwk -> jwk.setKeyOps(List.of("encrypt"))),
                stating(
                        key("sp-stating-all", EcJwkGenerator.generateJwk(EllipticCurves.P256)),
                        TicketVerifierTest::stateAll),
                key("shared", EcJwkGenerator.generateJwk(EllipticCurves.P256)));
        List<PublicJsonWebKey> mp = List.of(key("mp-ec", EcJwkGenerator.generateJwk(EllipticCurves.P256)));
        List<PublicJsonWebKey> mpAndShared = new ArrayList<>(mp);
        mpAndShared.add(keys.get("shared"));
        verifier =
                new TicketVerifier(DISTRICT, TrustedKeys.of(file(folder, "sp", sp), file(folder, "mp", mpAndShared)));
    }

    private PublicJsonWebKey key(String kid, PublicJsonWebKey key) {
        key.setKeyId(kid);
        keys.put(kid, key);
        return key;
    }

    private static PublicJsonWebKey stating(PublicJsonWebKey key, Consumer<PublicJsonWebKey> statement) {
        statement.accept(key);
        return key;
    }

    private static void stateAll(PublicJsonWebKey key) {
        key.setAlgorithm("ES256");
        key.setUse("sig");
        key.setKeyOps(List.of("verify"));
    }

    private JwksFile file(Path folder, String name, List<PublicJsonWebKey> set) throws Exception {
        Path file = folder.resolve(name + ".jwks.json");
        Files.writeString(file, new JsonWebKeySet(set).toJson());
        return new JwksFile(file, fault -> {});
    }

    /** The claims of a good ticket of that scope. */
    private static Map<String, Object> claims(String scope) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", scope.equals("candidate") || scope.equals("sp") ? "sp" : "mp");
        claims.put("aud", "smp:62");
        claims.put("scope", scope);
        claims.put("sub", scope.equals("candidate") ? "D-2021_0001a" : "someone");
        claims.put("jti", "j-1");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.plusSeconds(300).getEpochSecond());
        if (scope.equals("reviewer")) {
            claims.put("name", "样例审核员");
            claims.put("role", "site");
            claims.put("site", "6215");
        }
        return claims;
    }

    private static Map<String, Object> claims(String scope, String claim, Object value) {
        Map<String, Object> claims = claims(scope);
        if (value == null) {
            claims.remove(claim);
        } else {
            claims.put(claim, value);
        }
        return claims;
    }

    private static String sign(Map<String, Object> header, Key key, String payload) throws JoseException {
        JsonWebSignature jws = new JsonWebSignature();
        header.forEach(jws::setHeader);
        jws.setKnownCriticalHeaders("exp");
        jws.setPayload(payload);
        jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        jws.setDoKeyValidation(false);
        jws.setKey(key);
        return jws.getCompactSerialization();
    }

    private String signed(String kid, String alg, Map<String, Object> claims) throws JoseException {
        return sign(Map.of("kid", kid, "alg", alg), keys.get(kid).getPrivateKey(), JsonUtil.toJson(claims));
    }

    private String signed(Map<String, Object> claims) throws JoseException {
        return signed("sp".equals(claims.get("iss")) ? "sp-ec" : "mp-ec", "ES256", claims);
    }

    private RefusalCode refused(String ticket) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> verifier.verify(ticket, NOW));
        assertThat(refusal).as("refusal of " + ticket).isNotNull();
        assertThat(refusal.getMessage()).doesNotContain("D-2021_0001a", "样例");
        assertThat(refusal.getCause()).isNull();
        return refusal.code();
    }

    @ParameterizedTest
    @CsvSource({"sp-ec,ES256", "sp-ed,EdDSA", "sp-rsa,RS256", "sp-rsa,PS256", "sp-ps,PS256", "sp-stating-all,ES256"})
    void takesEachAlgorithmOfTheContract(String kid, String alg) throws Exception {
        assertThat(verifier.verify(signed(kid, alg, claims("candidate")), NOW).sub())
                .isEqualTo("D-2021_0001a");
    }

    @ParameterizedTest
    @CsvSource({
        "sp-rsa,RS384",
        "sp-rsa,RS512",
        "sp-rsa,PS512",
        "sp-ps,RS256",
        "sp-rsa-weak,RS256",
        "sp-rsa-weak,PS256",
        "sp-ec384,ES384",
        "sp-other-alg,ES256",
        "sp-enc,ES256",
        "sp-ops,ES256",
        "shared,ES256",
        "mp-ec,ES256"
    })
    void refusesOtherAlgorithmsAndKeys(String kid, String alg) throws Exception {
        assertThat(refused(signed(kid, alg, claims("candidate")))).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    @Test
    void readsAllThatATicketSays() throws Exception {
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("exam", Map.of("year", 2021L));
        dossier.put("replaces", null);
        Instant exp = NOW.plusSeconds(300);

        assertThat(verifier.verify(signed(claims("candidate", "dossier", dossier)), NOW))
                .isEqualTo(new Ticket(
                        Issuer.SP,
                        Scope.CANDIDATE,
                        "D-2021_0001a",
                        "j-1",
                        NOW,
                        exp,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(dossier)));
        assertThat(verifier.verify(signed(claims("reviewer")), NOW))
                .isEqualTo(new Ticket(
                        Issuer.MP,
                        Scope.REVIEWER,
                        "someone",
                        "j-1",
                        NOW,
                        exp,
                        Optional.of("样例审核员"),
                        Optional.of(ReviewerRole.SITE),
                        Optional.of("6215"),
                        Optional.empty()));
        Map<String, Object> district = claims("reviewer", "role", "district");
        assertThat(verifier.verify(signed(district), NOW).role()).contains(ReviewerRole.DISTRICT);
        assertThat(verifier.verify(signed(district), NOW).site()).isEmpty();
        assertThat(verifier.verify(signed(claims("sp")), NOW).scope()).isEqualTo(Scope.SP);
        assertThat(verifier.verify(signed(claims("mp")), NOW).scope()).isEqualTo(Scope.MP);
        assertThat(verifier.verify(signed(claims("mp", "aud", List.of("other", "smp:62"))), NOW)
                        .iss())
                .isEqualTo(Issuer.MP);
    }

    @Test
    void takesWhatTheSignerMakes() {
        JwkPair pair = JwkPair.es256("demo");
        TicketVerifier ofPair = new TicketVerifier("62", (issuer, kid, now) -> keysOf(pair, kid));
        TicketSigner signer = new TicketSigner("62", pair.privateJwk());
        Map<String, Object> dossier = new LinkedHashMap<>();
        dossier.put("replaces", null);
        List<Ticket> tickets = List.of(
                Ticket.ofCandidate("a-1", "1", NOW).withDossier(dossier),
                Ticket.ofSiteReviewer("r1", "样例", "6215", "2", NOW),
                Ticket.ofDistrictReviewer("r2", "样例", "3", NOW),
                Ticket.ofSystem(Scope.SP, "sp", "4", NOW),
                Ticket.ofSystem(Scope.MP, "mp", "5", NOW).withExp(NOW.plusSeconds(1)));

        assertThat(tickets)
                .allSatisfy(ticket ->
                        assertThat(ofPair.verify(signer.sign(ticket), NOW)).isEqualTo(ticket));
        assertThat(pair.publicSet()).doesNotContain("\"d\"");
        assertThat(pair.toString()).isEqualTo("***");
    }

    private static Optional<TrustedKey> keysOf(JwkPair pair, String kid) {
        try {
            return Optional.ofNullable(Jwks.parse(pair.publicSet()).keys().get(kid));
        } catch (Jwks.Broken broken) {
            throw new AssertionError(broken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sp-ec", "sp-ed", "sp-rsa", "sp-ps"})
    void theSignerSignsWithEveryKindOfKey(String kid) {
        TicketSigner signer =
                new TicketSigner("62", keys.get(kid).toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE));

        assertThat(verifier.verify(signer.sign(Ticket.ofCandidate("a1", "1", NOW)), NOW)
                        .sub())
                .isEqualTo("a1");
    }

    static Stream<Arguments> wrongClaims() {
        long now = NOW.getEpochSecond();
        return Stream.of(
                arguments("candidate", "iss", null),
                arguments("candidate", "iss", "mp"),
                arguments("candidate", "iss", "SP"),
                arguments("candidate", "iss", List.of("sp")),
                arguments("candidate", "aud", null),
                arguments("candidate", "aud", "smp:63"),
                arguments("candidate", "aud", "smp:6"),
                arguments("candidate", "aud", List.of("smp:63")),
                arguments("candidate", "aud", List.of()),
                arguments("candidate", "aud", Map.of("smp:62", true)),
                arguments("candidate", "scope", null),
                arguments("candidate", "scope", "reviewer"),
                arguments("candidate", "scope", "mp"),
                arguments("candidate", "scope", "CANDIDATE"),
                arguments("candidate", "scope", "candidate sp"),
                arguments("reviewer", "scope", "sp"),
                arguments("candidate", "sub", null),
                arguments("candidate", "sub", ""),
                arguments("candidate", "sub", "a/1"),
                arguments("candidate", "sub", "a1\n"),
                arguments("candidate", "sub", "x".repeat(41)),
                arguments("candidate", "sub", 17),
                arguments("sp", "sub", " "),
                arguments("mp", "sub", "a\u0000b"),
                arguments("mp", "sub", "x".repeat(129)),
                arguments("candidate", "jti", null),
                arguments("candidate", "jti", ""),
                arguments("candidate", "jti", "x".repeat(129)),
                arguments("candidate", "jti", 5),
                arguments("candidate", "iat", null),
                arguments("candidate", "iat", now + 0.5),
                arguments("candidate", "iat", String.valueOf(now)),
                arguments("candidate", "iat", now + 61),
                arguments("candidate", "iat", Long.MIN_VALUE),
                arguments("candidate", "exp", null),
                arguments("candidate", "exp", true),
                arguments("candidate", "exp", now),
                arguments("candidate", "exp", now - 1),
                arguments("candidate", "exp", now + 7201),
                arguments("candidate", "exp", Long.MAX_VALUE),
                arguments("reviewer", "exp", now + 601),
                arguments("sp", "exp", now + 901),
                arguments("mp", "exp", now + 901),
                arguments("candidate", "nbf", now + 61),
                arguments("candidate", "nbf", "soon"),
                arguments("candidate", "dossier", "text"),
                arguments("candidate", "dossier", List.of()),
                arguments("reviewer", "name", null),
                arguments("reviewer", "name", "x".repeat(129)),
                arguments("reviewer", "role", null),
                arguments("reviewer", "role", "keeper"),
                arguments("reviewer", "site", null),
                arguments("reviewer", "site", "62a"),
                arguments("reviewer", "site", ""));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void refusesWrongClaims(String scope, String claim, Object value) throws Exception {
        Map<String, Object> claims = claims(scope, claim, value);
        String kid = claims(scope).get("iss").equals("sp") ? "sp-ec" : "mp-ec";

        assertThat(refused(signed(kid, "ES256", claims))).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    static Stream<Arguments> lives() {
        return Stream.of(
                // iat, exp relative to now; what comes
                arguments("candidate", 0, 7200, null),
                arguments("reviewer", 0, 600, null),
                arguments("sp", 0, 900, null),
                arguments("mp", 0, 900, null),
                arguments("mp", 60, 900, null),
                arguments("mp", -900, 0, null),
                arguments("mp", -900, -59, null),
                arguments("mp", -900, -60, RefusalCode.TICKET_EXPIRED),
                arguments("mp", -9000, -8100, RefusalCode.TICKET_EXPIRED),
                arguments("mp", -9000, -8000, RefusalCode.TICKET_REFUSED));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void livesAsLongAsItsScopeMay(String scope, long iat, long exp, RefusalCode expected) throws Exception {
        Map<String, Object> claims = claims(scope, "iat", NOW.getEpochSecond() + iat);
        claims.put("exp", NOW.getEpochSecond() + exp);

        if (expected == null) {
            assertThat(verifier.verify(signed(claims), NOW).iat()).isEqualTo(NOW.plusSeconds(iat));
        } else {
            assertThat(refused(signed(claims))).isEqualTo(expected);
        }
    }

    @Test
    void honoursNotBeforeWithinTheSkew() throws Exception {
        String ticket = signed(claims("sp", "nbf", NOW.getEpochSecond() + 60));

        assertThat(verifier.verify(ticket, NOW).sub()).isEqualTo("someone");
    }

    @Test
    void judgesSignatureAndClaimsBeforeLife() throws Exception {
        Map<String, Object> old = claims("sp", "iat", NOW.getEpochSecond() - 9000);
        old.put("exp", NOW.getEpochSecond() - 8500);
        assertThat(refused(signed(old))).isEqualTo(RefusalCode.TICKET_EXPIRED);

        assertThat(refused(broken(signed(old)))).isEqualTo(RefusalCode.TICKET_REFUSED);
        old.put("aud", "smp:63");
        assertThat(refused(signed(old))).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    /** Another first byte of the signature. */
    private static String broken(String ticket) {
        int signature = ticket.lastIndexOf('.') + 1;
        char first = ticket.charAt(signature) == 'A' ? 'B' : 'A';
        return ticket.substring(0, signature) + first + ticket.substring(signature + 1);
    }

    @Test
    void aKeyOfOneIssuerNeverVerifiesForTheOther() throws Exception {
        assertThat(refused(signed("mp-ec", "ES256", claims("sp")))).isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(signed("sp-ec", "ES256", claims("mp")))).isEqualTo(RefusalCode.TICKET_REFUSED);
        String lying = sign(
                Map.of("kid", "mp-ec", "alg", "ES256"),
                keys.get("sp-ec").getPrivateKey(),
                JsonUtil.toJson(claims("mp")));
        assertThat(refused(lying)).isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(signed("shared", "ES256", claims("mp")))).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    @Test
    void refusesConfusedAlgorithms() throws Exception {
        String payload = JsonUtil.toJson(claims("candidate"));
        for (String kid : List.of("sp-rsa", "sp-ec", "sp-ed")) {
            byte[] encoded = keys.get(kid).getPublicKey().getEncoded();
            byte[] json = keys.get(kid).toJson().getBytes(StandardCharsets.UTF_8);
            for (byte[] publicKnowledge : List.of(encoded, json)) {
                String hmac = sign(Map.of("kid", kid, "alg", "HS256"), new HmacKey(publicKnowledge), payload);
                assertThat(refused(hmac)).isEqualTo(RefusalCode.TICKET_REFUSED);
            }
        }
        String none = sign(Map.of("kid", "sp-ec", "alg", "none"), null, payload);
        assertThat(refused(none)).isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(none + "AAAA")).isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(headedBy("{\"kid\":\"sp-ec\",\"alg\":\"RS256\"}"))).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    /** A good ticket under another header, which the signature cannot fit. */
    private String headedBy(String header) throws JoseException {
        String good = signed(claims("candidate"));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8))
                + good.substring(good.indexOf('.'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jku", "x5u", "x5c", "jwk", "crit", "zip"})
    void refusesHeadersThatBringTheirOwnKeyOrRules(String header) throws Exception {
        Object value = switch (header) {
            case "x5c", "crit" -> List.of("exp");
            case "jwk" -> JsonUtil.parseJson(keys.get("sp-ec").toJson());
            default -> "https://sp.example.cn/keys";
        };
        Map<String, Object> headers =
                new LinkedHashMap<>(Map.of("kid", "sp-ec", "alg", "ES256", "exp", 1, header, value));

        String ticket = sign(headers, keys.get("sp-ec").getPrivateKey(), JsonUtil.toJson(claims("candidate")));

        assertThat(refused(ticket)).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    @Test
    void theKidPicksTheKey() throws Exception {
        String payload = JsonUtil.toJson(claims("candidate"));
        Key key = keys.get("sp-ec").getPrivateKey();

        assertThat(refused(sign(Map.of("alg", "ES256"), key, payload))).isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(sign(Map.of("alg", "ES256", "kid", ""), key, payload)))
                .isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(sign(Map.of("alg", "ES256", "kid", 7), key, payload)))
                .isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(sign(Map.of("alg", "ES256", "kid", "SP-EC"), key, payload)))
                .isEqualTo(RefusalCode.TICKET_REFUSED);
        assertThat(refused(sign(Map.of("alg", "ES256", "kid", "sp-stating-all"), key, payload)))
                .isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    @Test
    void refusesEveryTruncationAndEveryBentByte() throws Exception {
        String good = signed(claims("candidate"));
        for (int length = 0; length < good.length(); length++) {
            assertThat(refused(good.substring(0, length))).isEqualTo(RefusalCode.TICKET_REFUSED);
        }
        // the last character of a part holds bits that base64url does not use
        int[] ends = {good.indexOf('.') - 1, good.lastIndexOf('.') - 1, good.length() - 1};
        for (int at = 0; at < good.length(); at++) {
            int position = at;
            if (Arrays.stream(ends).noneMatch(end -> end == position)) {
                char other = good.charAt(at) == 'A' ? 'B' : 'A';
                assertThat(refused(good.substring(0, at) + other + good.substring(at + 1)))
                        .isEqualTo(RefusalCode.TICKET_REFUSED);
            }
        }
    }

    @Test
    void refusesWhatIsNoTicketAtAll() throws Exception {
        String good = signed(claims("candidate"));
        List<String> bad = List.of(
                "",
                ".",
                "..",
                "a.b.c",
                good + ".",
                good + ".AAAA",
                good + ".AAAA.AAAA",
                " " + good,
                good + "\n",
                good + "=",
                good.replace('.', ' '),
                headedBy("[]"),
                headedBy("null"),
                headedBy("{\"kid\":\"sp-ec\",\"kid\":\"sp-ec\",\"alg\":\"ES256\"}"),
                headedBy("[".repeat(5000)),
                "A".repeat(9000));
        assertThat(bad).allSatisfy(ticket -> assertThat(refused(ticket)).isEqualTo(RefusalCode.TICKET_REFUSED));

        List<String> payloads = List.of(
                "null",
                "[]",
                "\"text\"",
                "{",
                "[".repeat(5000),
                "{\"a\":".repeat(1000),
                JsonUtil.toJson(claims("candidate")).replace("{", "{\"sub\":\"other\","),
                JsonUtil.toJson(claims("candidate")).replace("\"jti\"", "\"iat\":99999999999999999999999,\"jti\""));
        for (String payload : payloads) {
            String ticket = sign(
                    Map.of("kid", "sp-ec", "alg", "ES256"), keys.get("sp-ec").getPrivateKey(), payload);
            assertThat(refused(ticket)).isEqualTo(RefusalCode.TICKET_REFUSED);
        }
    }

    @Test
    void aTicketIsAtMostEightKilobytes() throws Exception {
        Map<String, Object> big = claims("candidate", "dossier", Map.of("name", "x".repeat(5000)));
        assertThat(signed(big).length()).isBetween(6000, 8192);
        assertThat(verifier.verify(signed(big), NOW).dossier()).isPresent();

        big.put("dossier", Map.of("name", "x".repeat(6500)));
        assertThat(refused(signed(big))).isEqualTo(RefusalCode.TICKET_REFUSED);
    }

    @Test
    void everyScopeKnowsItsIssuerAndLife() {
        assertThat(Scope.values())
                .extracting(Scope::issuer, Scope::longestLife)
                .containsExactly(
                        tuple(Issuer.SP, Duration.ofHours(2)),
                        tuple(Issuer.SP, Duration.ofMinutes(15)),
                        tuple(Issuer.MP, Duration.ofMinutes(10)),
                        tuple(Issuer.MP, Duration.ofMinutes(15)));
    }
}
