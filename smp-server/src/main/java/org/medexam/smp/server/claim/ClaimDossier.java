package org.medexam.smp.server.claim;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Claim;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;

/** Takes a case for a quarter of an hour, renewed by use, so that two reviewers don't do it twice. */
@Singleton
public class ClaimDossier {

    private static final Duration LIFE = Duration.ofMinutes(15);

    private final Dossiers dossiers;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ClaimDossier(Dossiers dossiers, Transactions transactions, Clock clock) {
        this.dossiers = dossiers;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @throws Refusal {@code CLAIMED_BY_OTHER} with the name */
    Claim take(Caller.Reviewer reviewer, String no) {
        return transactions.inTransaction(() -> {
            Dossier dossier = dossiers.visibleTo(reviewer, no);
            Claim claim = new Claim(
                    reviewer.account(), reviewer.displayName(), clock.instant().plus(LIFE));
            if (!dossiers.claim(dossier.id(), claim)) {
                throw dossiers.visibleTo(reviewer, no)
                        .claim(clock.instant())
                        .map(ClaimDossier::claimedBy)
                        // given back between the two looks
                        .orElseGet(() -> Refusal.of(RefusalCode.CLAIMED_BY_OTHER, "a moment ago")
                                .with("name", ""));
            }
            return claim;
        });
    }

    /** @throws Refusal {@code CLAIMED_BY_OTHER} with the name; one's own that is over is fine */
    void giveBack(Caller.Reviewer reviewer, String no) {
        transactions.inTransaction(() -> {
            Dossier dossier = dossiers.visibleTo(reviewer, no);
            dossier.claim(clock.instant())
                    .filter(claim -> !claim.account().equals(reviewer.account()))
                    .ifPresent(others -> {
                        throw claimedBy(others);
                    });
            dossiers.unclaim(dossier.id(), reviewer.account());
        });
    }

    public static Refusal claimedBy(Claim claim) {
        return Refusal.of(RefusalCode.CLAIMED_BY_OTHER, "another reviewer has it")
                .with("name", claim.displayName());
    }
}
