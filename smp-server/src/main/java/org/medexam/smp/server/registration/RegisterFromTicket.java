package org.medexam.smp.server.registration;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.Registration;
import org.medexam.smp.server.wire.Json;

/** Registers a dossier from a ticket's claim if SP has not registered it yet. It never changes an existing dossier. */
@Singleton
public class RegisterFromTicket {

    private final Dossiers dossiers;
    private final RegisterDossier registerDossier;
    private final Transactions transactions;

    @Inject
    RegisterFromTicket(Dossiers dossiers, RegisterDossier registerDossier, Transactions transactions) {
        this.dossiers = dossiers;
        this.registerDossier = registerDossier;
        this.transactions = transactions;
    }

    /** @throws Refusal {@code TICKET_REFUSED} if the claim is not a valid registration */
    public void of(Caller.Candidate candidate, Actor actor) {
        candidate
                .dossier()
                .ifPresent(claim -> transactions.inTransaction(() -> {
                    if (dossiers.find(candidate.dossierNo()).isEmpty()) {
                        register(candidate.dossierNo(), claim, actor);
                    }
                }));
    }

    private void register(String no, Map<String, Object> claim, Actor actor) {
        try {
            Registration registration = Json.convert(claim, Registration.class);
            registerDossier.register(no, registration, actor);
        } catch (IllegalArgumentException notOurForm) {
            throw Refusal.of(RefusalCode.TICKET_REFUSED, "the claim dossier has another form");
        } catch (Refusal refused) {
            if (refused.code() == RefusalCode.INVALID || refused.code() == RefusalCode.MALFORMED_REQUEST) {
                throw Refusal.of(RefusalCode.TICKET_REFUSED, "the claim dossier is not valid");
            }
            throw refused;
        }
    }
}
