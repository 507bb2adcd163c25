package org.medexam.smp.core.ticket;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a ticket says (contract §2).
 *
 * @param iss who signed it
 * @param scope what it is for
 * @param sub candidate: the dossier number; reviewer: the MP account; sp, mp: the system's name
 * @param jti its own number, 1–128 characters
 * @param iat issued at
 * @param exp expires at
 * @param name of a reviewer, for display
 * @param role of a reviewer
 * @param site the reviewer's site code, when the role is {@link ReviewerRole#SITE}
 * @param dossier candidate only: the object from which the first visit creates the dossier, as JSON values; not yet
 *     checked
 */
public record Ticket(
        Issuer iss,
        Scope scope,
        String sub,
        String jti,
        Instant iat,
        Instant exp,
        Optional<String> name,
        Optional<ReviewerRole> role,
        Optional<String> site,
        Optional<Map<String, Object>> dossier) {

    public Ticket {
        // not Map.copyOf: JSON has nulls
        dossier = dossier.map(members -> Collections.unmodifiableMap(new LinkedHashMap<>(members)));
    }

    /** A candidate's ticket of the longest life. */
    public static Ticket ofCandidate(String dossierNo, String jti, Instant iat) {
        return of(Scope.CANDIDATE, dossierNo, jti, iat, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A site reviewer's ticket of the longest life. */
    public static Ticket ofSiteReviewer(String account, String name, String site, String jti, Instant iat) {
        return of(
                Scope.REVIEWER,
                account,
                jti,
                iat,
                Optional.of(name),
                Optional.of(ReviewerRole.SITE),
                Optional.of(site));
    }

    /** A district reviewer's ticket of the longest life. */
    public static Ticket ofDistrictReviewer(String account, String name, String jti, Instant iat) {
        return of(
                Scope.REVIEWER,
                account,
                jti,
                iat,
                Optional.of(name),
                Optional.of(ReviewerRole.DISTRICT),
                Optional.empty());
    }

    /**
     * A central system's ticket of the longest life.
     *
     * @param scope {@link Scope#SP} or {@link Scope#MP}
     */
    public static Ticket ofSystem(Scope scope, String system, String jti, Instant iat) {
        return of(scope, system, jti, iat, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same candidate's ticket with the object from which the first visit creates the dossier. */
    public Ticket withDossier(Map<String, Object> members) {
        return new Ticket(iss, scope, sub, jti, iat, exp, name, role, site, Optional.of(members));
    }

    /** The same ticket with another end. */
    public Ticket withExp(Instant end) {
        return new Ticket(iss, scope, sub, jti, iat, end, name, role, site, dossier);
    }

    private static Ticket of(
            Scope scope,
            String sub,
            String jti,
            Instant iat,
            Optional<String> name,
            Optional<ReviewerRole> role,
            Optional<String> site) {
        Instant exp = iat.plus(scope.longestLife());
        return new Ticket(scope.issuer(), scope, sub, jti, iat, exp, name, role, site, Optional.empty());
    }
}
