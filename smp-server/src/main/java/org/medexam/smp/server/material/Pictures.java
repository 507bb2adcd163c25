package org.medexam.smp.server.material;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medexam.smp.server.database.Transactions;

/** Repository of the stored pictures' records. */
@Singleton
public class Pictures {

    private final Transactions transactions;

    @Inject
    Pictures(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Returns all of the dossier's pictures, oldest first. */
    public List<StoredPicture> of(long dossierId) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery(
                        "SELECT p FROM StoredPicture p WHERE p.dossierId = :dossier ORDER BY p.id", StoredPicture.class)
                .setParameter("dossier", dossierId)
                .getResultList());
    }

    public Optional<StoredPicture> find(String publicId) {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT p FROM StoredPicture p WHERE p.publicId = :id", StoredPicture.class)
                .setParameter("id", publicId)
                .getResultStream()
                .findFirst());
    }

    public void add(StoredPicture picture) {
        transactions.entityManager().persist(picture);
    }

    public void remove(StoredPicture picture) {
        transactions.entityManager().remove(transactions.entityManager().find(StoredPicture.class, picture.id()));
    }

    public void supersede(StoredPicture picture) {
        transactions.entityManager().find(StoredPicture.class, picture.id()).supersede();
    }

    /** Marks the dossier's pictures as submitted, except superseded ones. */
    public void markSubmitted(long dossierId) {
        transactions
                .entityManager()
                .createQuery("UPDATE StoredPicture p SET p.submitted = TRUE"
                        + " WHERE p.dossierId = :dossier AND p.superseded = FALSE")
                .setParameter("dossier", dossierId)
                .executeUpdate();
    }

    public void move(long fromDossier, long toDossier) {
        transactions
                .entityManager()
                .createQuery("UPDATE StoredPicture p SET p.dossierId = :to WHERE p.dossierId = :from")
                .setParameter("to", toDossier)
                .setParameter("from", fromDossier)
                .executeUpdate();
    }

    public boolean isEmpty() {
        return transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT p.id FROM StoredPicture p", Long.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /** Returns the locations that have a record. */
    public Set<String> known(Collection<String> locations) {
        return new HashSet<>(transactions.inTransaction(() -> transactions
                .entityManager()
                .createQuery("SELECT p.location FROM StoredPicture p WHERE p.location IN :locations", String.class)
                .setParameter("locations", locations)
                .getResultList()));
    }
}
