package org.medexam.smp.server.login;

import java.time.OffsetDateTime;
import java.util.Locale;
import org.medexam.smp.server.access.Caller;

/** A session as its page reads it (contract §2). */
record SessionView(Who who, String csrf, OffsetDateTime expiresAt) {

    /**
     * @param sub dossier number or account
     * @param scope {@code candidate}, {@code reviewer} or {@code keeper}
     * @param role {@code site} or {@code district}; null unless the caller is a reviewer
     */
    record Who(String sub, String scope, String name, String role, String site) {

        static Who of(Caller caller) {
            if (caller instanceof Caller.Reviewer reviewer) {
                return new Who(
                        reviewer.account(),
                        "reviewer",
                        reviewer.displayName(),
                        reviewer.role().name().toLowerCase(Locale.ROOT),
                        reviewer.site().orElse(null));
            }
            if (caller instanceof Caller.AccountKeeper keeper) {
                return new Who(keeper.account(), "keeper", keeper.displayName(), null, null);
            }
            return new Who(caller.subject(), caller.kind().name().toLowerCase(Locale.ROOT), null, null, null);
        }
    }
}
