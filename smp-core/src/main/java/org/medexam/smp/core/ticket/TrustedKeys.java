package org.medexam.smp.core.ticket;

import java.time.Instant;
import java.util.Optional;

/** The keys that are believed, each for its own issuer only. */
@FunctionalInterface
public interface TrustedKeys {

    /**
     * @param issuer whom the ticket names
     * @param kid which key the ticket names
     * @param now for looking again at what may have changed
     * @return empty for a key that this issuer does not have, or that is the other issuer's too
     */
    Optional<TrustedKey> find(Issuer issuer, String kid, Instant now);

    /** The keys of two files, one per issuer. A key that stands in both is believed for neither. */
    static TrustedKeys of(JwksFile sp, JwksFile mp) {
        return (issuer, kid, now) -> {
            JwksFile own = issuer == Issuer.SP ? sp : mp;
            JwksFile other = issuer == Issuer.SP ? mp : sp;
            return own.find(kid, now).filter(found -> !other.holds(found.key(), now));
        };
    }
}
