package org.medexam.smp.server.picture;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.medexam.smp.server.database.Transactions;

/** The links' secret in the database: made by whoever first needs it, the same for every node from then on. */
@Singleton
public class LinkKeys {

    private final Transactions transactions;

    @Inject
    LinkKeys(Transactions transactions) {
        this.transactions = transactions;
    }

    LinkKey foundOrMade(Instant now) {
        return transactions.inTransaction(() -> {
            LinkKey stored = transactions.entityManager().find(LinkKey.class, LinkKey.ONLY);
            if (stored == null) {
                stored = LinkKey.random(now);
                transactions.entityManager().persist(stored);
            }
            return stored;
        });
    }
}
