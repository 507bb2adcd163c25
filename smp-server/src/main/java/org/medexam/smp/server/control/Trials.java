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
 * Trial dossiers for the acceptance test, which uploads pictures as a candidate does. Only the trial's own candidate
 * sees a trial dossier, and its upload window is always open. The end of the test deletes it with all its pictures; an
 * abandoned trial is deleted after an hour.
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

    /** @return the new dossier's number, which cannot be guessed */
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

    /** @throws Refusal {@code NOT_FOUND} if no trial has that number */
    public void end(String no, Actor actor) {
        end(dossiers.findTrial(no).orElseThrow(() -> Refusal.of(RefusalCode.NOT_FOUND, "no such trial")), actor);
    }

    /** Deletes the trials of tests that did not end. */
    public void deleteAbandoned() {
        dossiers.trialsBefore(clock.instant().minus(MAX_AGE)).forEach(trial -> end(trial, Actor.system()));
    }

    /** Deletes the rows before the files: a file that remains is an orphan and is swept. */
    private void end(Dossier trial, Actor actor) {
        List<String> files = transactions.inTransaction(() -> {
            Dossier locked = dossiers.lock(trial.id());
            List<StoredPicture> stored = pictures.of(locked.id());
            stored.forEach(pictures::remove);
            dossiers.removeTrial(locked);
            audit.write(actor, AuditTrail.Action.TRIAL_ENDED, locked.no(), null);
            return stored.stream().map(StoredPicture::location).toList();
        });
        files.forEach(file -> store.open().destroy(file));
    }
}
