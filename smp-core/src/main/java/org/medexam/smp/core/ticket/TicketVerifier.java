package org.medexam.smp.core.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Judges tickets: signature, then claims, then life (contract §2). */
public final class TicketVerifier {

    private static final int MAX_LENGTH = 8 * 1024;
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");
    private static final Pattern DOSSIER_NO = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern SITE_CODE = Pattern.compile("[A-Z0-9]{1,12}");

    /** Headers by which a ticket would bring its own key or change how it is read. */
    private static final Set<String> NEVER = Set.of("jku", "jwk", "x5u", "x5c", "crit", "b64", "zip");

    private final String audience;
    private final TrustedKeys keys;

    /** @param districtCode for which district tickets must be made out */
    public TicketVerifier(String districtCode, TrustedKeys keys) {
        this.audience = ClaimNames.audience(districtCode);
        this.keys = keys;
    }

    /**
     * @param compactJws what stands after {@code Bearer}
     * @throws Refusal {@code ticket-expired} for one that was good once, {@code ticket-refused} for every other
     *     fault; the reason holds nothing of the ticket
     */
    public Ticket verify(String compactJws, Instant now) {
        try {
            Claims claims = signedClaims(compactJws, now);
            Ticket ticket = ticket(claims);
            judgeLife(ticket, claims.momentIfAny("nbf"), now);
            return ticket;
        } catch (Refusal refused) {
            throw refused;
        } catch (JoseException | RuntimeException unreadable) {
            // without the cause: its message quotes the ticket
            throw Claims.refused("cannot be read: " + unreadable.getClass().getSimpleName());
        }
    }

    private Claims signedClaims(String compactJws, Instant now) throws JoseException {
        if (compactJws.length() > MAX_LENGTH || !COMPACT.matcher(compactJws).matches()) {
            throw Claims.refused("not a compact JWS of at most 8 KB");
        }
        JsonWebSignature jws = new JsonWebSignature();
        jws.setCompactSerialization(compactJws);
        for (String header : NEVER) {
            if (jws.getObjectHeader(header) != null) {
                throw Claims.refused("header " + header);
            }
        }
        Claims claims = new Claims(JsonUtil.parseJson(jws.getUnverifiedPayload()));
        TrustedKey key = key(jws, claims.word("iss", Issuer.class), now);
        jws.setAlgorithmConstraints(
                new AlgorithmConstraints(ConstraintType.PERMIT, key.algorithms().toArray(String[]::new)));
        jws.setKey(key.key());
        if (!jws.verifySignature()) {
            throw Claims.refused("signature");
        }
        return claims;
    }

    private TrustedKey key(JsonWebSignature jws, Issuer issuer, Instant now) {
        if (jws.getObjectHeader("kid") instanceof String kid && jws.getObjectHeader("alg") instanceof String alg) {
            return keys.find(issuer, kid, now)
                    .filter(key -> key.algorithms().contains(alg))
                    .orElseThrow(() -> Claims.refused("no such key of this issuer for this algorithm"));
        }
        throw Claims.refused("header kid or alg");
    }

    private Ticket ticket(Claims claims) {
        if (!claims.isFor(audience)) {
            throw Claims.refused("claim aud");
        }
        Issuer issuer = claims.word("iss", Issuer.class);
        Scope scope = claims.word("scope", Scope.class);
        if (scope.issuer() != issuer) {
            throw Claims.refused("scope of the other issuer");
        }
        boolean reviewer = scope == Scope.REVIEWER;
        Optional<ReviewerRole> role =
                reviewer ? Optional.of(claims.word("role", ReviewerRole.class)) : Optional.empty();
        return new Ticket(
                issuer,
                scope,
                scope == Scope.CANDIDATE ? claims.matching("sub", DOSSIER_NO) : claims.line("sub"),
                claims.line("jti"),
                claims.moment("iat"),
                claims.moment("exp"),
                reviewer ? Optional.of(claims.line("name")) : Optional.empty(),
                role,
                role.filter(ReviewerRole.SITE::equals).map(site -> claims.matching("site", SITE_CODE)),
                scope == Scope.CANDIDATE ? claims.objectIfAny("dossier") : Optional.<Map<String, Object>>empty());
    }

    private static void judgeLife(Ticket ticket, Optional<Instant> notBefore, Instant now) {
        Duration life = Duration.between(ticket.iat(), ticket.exp());
        if (life.isNegative() || life.isZero() || life.compareTo(ticket.scope().longestLife()) > 0) {
            throw Claims.refused("life");
        }
        Instant latest = now.plus(SKEW);
        if (ticket.iat().isAfter(latest) || notBefore.filter(latest::isBefore).isPresent()) {
            throw Claims.refused("not yet");
        }
        if (!now.isBefore(ticket.exp().plus(SKEW))) {
            throw Refusal.of(RefusalCode.TICKET_EXPIRED, "expired");
        }
    }
}
