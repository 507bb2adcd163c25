package org.medexam.smp.server.dossier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medexam.smp.server.database.Transactions;

/** Repository of the material marks. */
@Singleton
public class MaterialMarks {

    private final Transactions transactions;

    @Inject
    MaterialMarks(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Returns the dossier's marks by material code. */
    public Map<String, MaterialMark> of(long dossierId) {
        return transactions
                .inTransaction(() -> transactions
                        .entityManager()
                        .createQuery("SELECT m FROM MaterialMark m WHERE m.dossierId = :dossier", MaterialMark.class)
                        .setParameter("dossier", dossierId)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(MaterialMark::materialCode, Function.identity()));
    }

    /** Replaces all marks of the dossier. */
    public void replace(long dossierId, Collection<MaterialMark> marks) {
        remove(dossierId, List.of(MaterialMark.Kind.values()));
        marks.forEach(transactions.entityManager()::persist);
    }

    /** Removes the marks that open a material and keeps those of accepted ones. */
    public void close(long dossierId) {
        remove(dossierId, List.of(MaterialMark.Kind.RETURNED, MaterialMark.Kind.OPENED));
    }

    public void add(MaterialMark mark) {
        transactions.entityManager().persist(mark);
    }

    private void remove(long dossierId, List<MaterialMark.Kind> kinds) {
        transactions
                .entityManager()
                .createQuery("DELETE FROM MaterialMark m WHERE m.dossierId = :dossier AND m.mark IN :marks")
                .setParameter("dossier", dossierId)
                .setParameter(
                        "marks",
                        kinds.stream()
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .toList())
                .executeUpdate();
    }
}
