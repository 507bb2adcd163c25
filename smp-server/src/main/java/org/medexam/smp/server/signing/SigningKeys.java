package org.medexam.smp.server.signing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.medexam.smp.core.signature.Signer;
import org.medexam.smp.server.database.Transactions;

/** The keys in the database; the first is made by whoever first needs one. */
@Singleton
public class SigningKeys {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    SigningKeys(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The one that signs now. */
    public Signer current() {
        return all().get(0);
    }

    /** All of them, the newest first; never empty. */
    List<Signer> all() {
        return transactions.inTransaction(() -> {
            List<SigningKey> keys = transactions
                    .entityManager()
                    .createQuery("SELECT k FROM SigningKey k ORDER BY k.createdAt DESC, k.kid", SigningKey.class)
                    .getResultList();
            return keys.isEmpty()
                    ? List.of(made())
                    : keys.stream().map(key -> new Signer(key.privateJwk())).toList();
        });
    }

    private Signer made() {
        String privateJwk = Signer.newPrivateJwk();
        Signer signer = new Signer(privateJwk);
        transactions.entityManager().persist(new SigningKey(signer.kid(), privateJwk, clock.instant()));
        return signer;
    }
}
