package org.medexam.smp.server.control;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.audit.AuditTrail;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.material.StoredPicture;
import org.medexam.smp.server.store.VerifiedStore;

/**
 * Dossiers of nobody, with which an installation is accepted: a picture goes the very way that a candidate's goes.
 * Nobody but the candidate of the trial sees one, its upload window is always open, and it is destroyed with all its
 * pictures when the test is over; where the test could not end it, an hour later.
 */
@Singleton
public class Trials {

    private static final Duration MAX_AGE = Duration.ofHours(1);
    private static final int RANDOM_BYTES = 12;

    private final Dossiers dossiers;
    private final Pictures pictures;
    private final VerifiedStore store;
    private final AuditTrail audit;
    private final Transactions transactions;
    private final Clock clock;
    private final String catalogue;

    @Inject
    Trials(
            Dossiers dossiers,
            Pictures pictures,
            VerifiedStore store,
            AuditTrail audit,
            Transactions transactions,
            Clock clock,
            DistrictSettings district) {
        this.dossiers = dossiers;
        this.pictures = pictures;
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
        this.catalogue = district.catalogue();
    }

    /** @return the number of the new dossier, which nobody can guess */
    public String begin(Actor actor) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String no = "trial-" + HexFormat.of().formatHex(random);
        Instant now = clock.instant();
        transactions.inTransaction(() -> {
            dossiers.addTrial(no, catalogue, now);
            audit.write(actor, AuditTrail.Action.TRIAL_BEGUN, no, null);
        });
        return no;
    }

    /** @throws Refusal {@code NOT_FOUND} for what is no trial */
    public void end(String no, Actor actor) {
        end(dossiers.findTrial(no).orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "no such trial")), actor);
    }

    /** Those whose test broke off. */
    public void removeOld() {
        dossiers.trialsBefore(clock.instant().minus(MAX_AGE)).forEach(trial -> end(trial, Actor.system()));
    }

    /** Records first, files second: a file that stays behind is an orphan and is swept. */
    private void end(Dossier trial, Actor actor) {
        List<String> files = transactions.inTransaction(() -> {
            Dossier held = dossiers.lock(trial.id());
            List<StoredPicture> kept = pictures.of(held.id());
            kept.forEach(pictures::remove);
            dossiers.removeTrial(held);
            audit.write(actor, AuditTrail.Action.TRIAL_ENDED, held.no(), null);
            return kept.stream().map(StoredPicture::location).toList();
        });
        files.forEach(file -> store.open().destroy(file));
    }
}
