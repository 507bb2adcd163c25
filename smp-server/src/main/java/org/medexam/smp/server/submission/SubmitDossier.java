package org.medexam.smp.server.submission;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.catalogue.CommitmentText;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierLifecycle;
import org.medexam.smp.server.dossier.DossierLifecycle.StepTaken;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.Step;
import org.medexam.smp.server.material.Material;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.material.Pictures;
import org.medexam.smp.server.message.Message;
import org.medexam.smp.server.message.Messages;
import org.medexam.smp.server.view.DossierViews;
import org.medexam.smp.server.wire.Json;

/** Submits a dossier (提交审核): checks the required materials and the commitment, locks the dossier, signs a receipt. */
@Singleton
public class SubmitDossier {

    /** As the notices print it (S0:619): month and day without leading zeros. */
    private static final DateTimeFormatter NOTICE = DateTimeFormatter.ofPattern("yyyy/M/d HH:mm:ss");

    private static final String LOCKED = " 上报完成，内容已锁定。";

    private final Dossiers dossiers;
    private final Materials materials;
    private final Pictures pictures;
    private final Messages messages;
    private final Submissions submissions;
    private final DossierLifecycle lifecycle;
    private final ReceiptSigner signer;
    private final Transactions transactions;
    private final DossierViews views;
    private final Clock clock;

    @Inject
    SubmitDossier(
            Dossiers dossiers,
            Materials materials,
            Pictures pictures,
            Messages messages,
            Submissions submissions,
            DossierLifecycle lifecycle,
            ReceiptSigner signer,
            Transactions transactions,
            DossierViews views,
            Clock clock) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.pictures = pictures;
        this.messages = messages;
        this.submissions = submissions;
        this.lifecycle = lifecycle;
        this.signer = signer;
        this.transactions = transactions;
        this.views = views;
        this.clock = clock;
    }

    /**
     * @throws Refusal {@code ALREADY_SUBMITTED}, {@code WINDOW_CLOSED}, {@code MATERIAL_LOCKED} when the return
     *     is overdue, {@code COMMITMENT_REQUIRED}, {@code MATERIALS_MISSING} with the list
     */
    Receipt submit(Actor actor, String no, SubmissionRequest request) {
        request.check();
        return transactions.inTransaction(() -> {
            Dossier dossier =
                    dossiers.lock(dossiers.visibleTo(actor.caller(), no).id());
            lifecycle.requireAllowed(actor, Step.SUBMIT);
            lifecycle.requirePossible(dossier, Step.SUBMIT);
            materials.requireOnlineSubmission(dossier);
            materials.requireOpenWindow(dossier);
            if (dossier.state() == DossierState.RETURNED && materials.isOverdue(dossier)) {
                throw Refusal.of(RefusalCode.MATERIAL_LOCKED, "returned and overdue");
            }
            refuseWithoutCommitment(dossier, request);
            List<Material> handedIn = materials.of(dossier);
            refuseWhileMissing(dossier, handedIn, request);
            return submit(actor, dossier, handedIn, request);
        });
    }

    private void refuseWithoutCommitment(Dossier dossier, SubmissionRequest request) {
        CommitmentText shown = materials.profile(dossier).commitment();
        if (!request.commitment() || !shown.version().equals(request.commitmentVersion())) {
            throw Refusal.of(RefusalCode.COMMITMENT_REQUIRED, "no promise, or of other words than these")
                    .with("commitmentVersion", shown.version());
        }
    }

    private void refuseWhileMissing(Dossier dossier, List<Material> handedIn, SubmissionRequest request) {
        List<Map<String, Object>> missing = handedIn.stream()
                .filter(Material::lacksPictures)
                .filter(material -> !excusable(dossier, material)
                        || !request.excused().contains(material.rule().code()))
                .map(material -> Map.<String, Object>of(
                        "code", material.rule().code(),
                        "name", material.rule().name(),
                        "minCount", material.rule().minCount(),
                        "count", material.pictures().size()))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.of(RefusalCode.MATERIALS_MISSING, missing.size() + " materials are missing")
                    .with("materials", missing);
        }
    }

    private boolean excusable(Dossier dossier, Material material) {
        return materials
                .profile(dossier)
                .material(material.rule().code())
                .filter(entry -> entry.excusable())
                .isPresent();
    }

    private Receipt submit(Actor actor, Dossier dossier, List<Material> handedIn, SubmissionRequest request) {
        Instant now = clock.instant();
        OffsetDateTime at = views.time(now);
        List<Receipt.Image> images = handedIn.stream()
                .flatMap(material -> material.pictures().stream())
                .map(picture -> new Receipt.Image(picture.materialCode(), picture.receivedSha256()))
                .toList();
        Receipt receipt =
                signer.sign(dossier.no(), at, NOTICE.format(at) + LOCKED, request.commitmentVersion(), images);

        submissions.add(new Submission(
                dossier.id(),
                now,
                dossier.version(),
                request.commitmentVersion(),
                actor.address(),
                receipt,
                Json.text(images),
                Json.text(request.missing())));
        pictures.markSubmitted(dossier.id());
        messages.add(new Message(dossier.id(), now, Message.Sender.SYSTEM, receipt.message(), false));
        lifecycle.advance(dossier, StepTaken.of(Step.SUBMIT, Map.of("images", images.size())), actor);
        return receipt;
    }
}
