package org.medexam.smp.server.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.medexam.smp.core.catalogue.NoticeTexts;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.claim.ClaimDossier;
import org.medexam.smp.server.database.Transactions;
import org.medexam.smp.server.dossier.Claim;
import org.medexam.smp.server.dossier.Dossier;
import org.medexam.smp.server.dossier.DossierLifecycle;
import org.medexam.smp.server.dossier.DossierLifecycle.StepTaken;
import org.medexam.smp.server.dossier.Dossiers;
import org.medexam.smp.server.dossier.MaterialMark;
import org.medexam.smp.server.dossier.Step;
import org.medexam.smp.server.material.Material;
import org.medexam.smp.server.material.Materials;
import org.medexam.smp.server.message.Message;
import org.medexam.smp.server.message.Messages;
import org.medexam.smp.server.wire.Json;

/** A reviewer's judgement, bound to the version that was looked at. */
@Singleton
public class ReviewDossier {

    private static final String OTHER = "OTHER";

    private final Dossiers dossiers;
    private final Materials materials;
    private final Messages messages;
    private final Reviews reviews;
    private final DossierLifecycle lifecycle;
    private final Transactions transactions;
    private final Clock clock;

    @Inject
    ReviewDossier(
            Dossiers dossiers,
            Materials materials,
            Messages messages,
            Reviews reviews,
            DossierLifecycle lifecycle,
            Transactions transactions,
            Clock clock) {
        this.dossiers = dossiers;
        this.materials = materials;
        this.messages = messages;
        this.reviews = reviews;
        this.lifecycle = lifecycle;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @return the dossier as it is now */
    Dossier review(Actor actor, String no, ReviewRequest request) {
        Caller caller = actor.caller();
        return transactions.inTransaction(() -> {
            Dossier seen = dossiers.visibleTo(caller, no);
            request.check(
                    codes(seen), caller.kind() == CallerKind.MP, clock.instant().atOffset(ZoneOffset.UTC));
            Step step = request.step();
            lifecycle.requireAllowed(actor, step);

            Dossier dossier = dossiers.lock(seen.id());
            Review.Judge judge = judge(caller, request);
            lifecycle.requirePossible(dossier, step);
            refuseClaimedByOther(dossier, judge);
            // the lock was a step of its own
            if (dossier.version() != request.version() + 1) {
                throw Refusal.of(RefusalCode.DOSSIER_CHANGED, "reviewed at " + request.version())
                        .with("version", dossier.version() - 1);
            }
            apply(dossier, step, request, judge, actor);
            return dossier;
        });
    }

    private Set<String> codes(Dossier dossier) {
        return materials.resolution(dossier).slots().stream()
                .map(slot -> slot.code())
                .collect(Collectors.toSet());
    }

    private static Review.Judge judge(Caller caller, ReviewRequest request) {
        return caller instanceof Caller.Reviewer reviewer
                ? new Review.Judge(reviewer.account(), reviewer.displayName(), "reviewer")
                : new Review.Judge(request.reviewer(), null, "mp");
    }

    private void refuseClaimedByOther(Dossier dossier, Review.Judge judge) {
        Optional<Claim> others =
                dossier.claim(clock.instant()).filter(claim -> !claim.account().equals(judge.account()));
        if (others.isPresent()) {
            throw ClaimDossier.claimedBy(others.get());
        }
    }

    private void apply(Dossier dossier, Step step, ReviewRequest request, Review.Judge judge, Actor actor) {
        Instant now = clock.instant();
        List<Material> judged = materials.of(dossier);
        Instant due = request.dueAt() == null ? null : request.dueAt().toInstant();
        reviews.add(new Review(
                dossier.id(), now, request, Json.text(request.materials()), due, judge, Json.text(pictures(judged))));

        if (request.feedback() != null && !request.feedback().isBlank()) {
            messages.add(new Message(
                    dossier.id(),
                    now,
                    request.stage() == Stage.FIRST ? Message.Sender.SITE : Message.Sender.DISTRICT,
                    request.feedback(),
                    !request.returns()));
        }
        dossiers.unclaim(dossier.id(), judge.account());
        lifecycle.advance(
                dossier,
                new StepTaken(
                        step,
                        Optional.ofNullable(due),
                        request.returns() ? marksOf(dossier, judged, request) : List.of(),
                        details(dossier, step, request)),
                actor);
    }

    /** {@code material} opens what it names, or all, and OTHER; what it does not name and is filled is in order. */
    private static List<MaterialMark> marksOf(Dossier dossier, List<Material> judged, ReviewRequest request) {
        if (request.problemOrDefault() != ProblemKind.MATERIAL) {
            return List.of();
        }
        Map<String, String> reasons = new HashMap<>();
        request.materials().forEach(named -> reasons.put(named.code(), named.reason()));
        List<MaterialMark> marks = new ArrayList<>();
        for (Material material : judged) {
            String code = material.rule().code();
            if (reasons.isEmpty() || reasons.containsKey(code)) {
                marks.add(mark(dossier, code, MaterialMark.Kind.RETURNED, reasons.get(code)));
            } else if (code.equals(OTHER)) {
                marks.add(mark(dossier, code, MaterialMark.Kind.OPENED, null));
            } else if (material.isFilled()) {
                marks.add(mark(dossier, code, MaterialMark.Kind.ACCEPTED, null));
            }
        }
        return marks;
    }

    private static MaterialMark mark(Dossier dossier, String code, MaterialMark.Kind kind, String reason) {
        return new MaterialMark(dossier.id(), code, kind, reason);
    }

    /** Returns what the sender of the SMS needs: the district's notice and the due time (H5, H8). */
    private Map<String, Object> details(Dossier dossier, Step step, ReviewRequest request) {
        Map<String, Object> details = new HashMap<>();
        notice(step)
                .ifPresent(event -> details.put(
                        "notice", materials.profile(dossier).texts().messages().get(event)));
        if (request.returns()) {
            details.put("problem", request.problemOrDefault().code());
            details.put(
                    "materials",
                    request.materials().stream().map(ReviewRequest.Named::code).toList());
            if (request.dueAt() != null) {
                details.put("dueAt", request.dueAt()); // written with its seconds, as RFC 3339 wants it
            }
        }
        return details;
    }

    private static Optional<NoticeTexts.Event> notice(Step step) {
        return switch (step) {
            case FIRST_RETURN, SECOND_RETURN -> Optional.of(NoticeTexts.Event.RETURNED);
            case SECOND_PASS -> Optional.of(NoticeTexts.Event.PASSED);
            case SECOND_FAIL -> Optional.of(NoticeTexts.Event.FAILED);
            default -> Optional.empty();
        };
    }

    private static List<ReviewView.Judged> pictures(List<Material> judged) {
        return judged.stream()
                .flatMap(material -> material.pictures().stream())
                .map(picture -> new ReviewView.Judged(
                        picture.materialCode(), picture.publicId(), picture.receivedSha256(), picture.keptSha256()))
                .toList();
    }
}
