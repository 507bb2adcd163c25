package org.medexam.smp.server.dossier;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.ticket.ReviewerRole;
import org.medexam.smp.server.access.Caller;

/**
 * Filter and cursor of a list of dossiers.
 *
 * @param after id of the last dossier of the previous page; 0 for the first page
 * @param limit 1–200
 * @param outside whether {@code state} is the state that candidate and SP see
 * @param text a complete name, ID number or dossier number
 */
public record DossierQuery(
        Optional<String> state,
        Optional<String> site,
        Optional<String> category,
        Optional<Instant> changedSince,
        Optional<String> text,
        boolean outside,
        long after,
        int limit) {

    public static final int MAX_PAGE = 200;
    private static final int DEFAULT_PAGE = 50;

    /** @throws Refusal {@code INVALID} naming the parameter */
    public static DossierQuery of(
            String state, String site, String category, String changedSince, String after, Integer limit) {
        if (state != null && !DossierState.isCode(state)) {
            throw invalid("state");
        }
        int size = limit == null ? DEFAULT_PAGE : limit;
        if (size < 1 || size > MAX_PAGE) {
            throw invalid("limit");
        }
        return new DossierQuery(
                Optional.ofNullable(state),
                Optional.ofNullable(site),
                Optional.ofNullable(category),
                Optional.ofNullable(changedSince).map(DossierQuery::time),
                Optional.empty(),
                false,
                after == null ? 0 : cursor(after),
                size);
    }

    public DossierQuery withText(String wanted) {
        return new DossierQuery(state, site, category, changedSince, Optional.of(wanted), outside, after, limit);
    }

    /** Returns this query with the cursor after that dossier. */
    public DossierQuery behind(long id) {
        return new DossierQuery(state, site, category, changedSince, text, outside, id, limit);
    }

    /** Limits the query to what the caller may see; empty if it asks for another site than the reviewer's own. */
    public Optional<DossierQuery> seenBy(Caller caller) {
        if (!caller.seesReviews()) {
            return Optional.of(new DossierQuery(state, site, category, changedSince, text, true, after, limit));
        }
        if (!(caller instanceof Caller.Reviewer reviewer) || reviewer.role() == ReviewerRole.DISTRICT) {
            return Optional.of(this);
        }
        if (reviewer.site().isEmpty() || site.isPresent() && !site.equals(reviewer.site())) {
            return Optional.empty();
        }
        return Optional.of(
                new DossierQuery(state, reviewer.site(), category, changedSince, text, outside, after, limit));
    }

    /** The condition on {@code d.state}, which takes the parameter {@code state}. */
    String stateCondition() {
        String wanted = state.orElseThrow();
        if (!outside) {
            return "d.state = :state";
        }
        DossierState meant = DossierState.ofCode(wanted);
        if (meant == DossierState.SUBMITTED) {
            return "(d.state IN (:state, 'first-passed', 'first-failed')"
                    + " OR d.state IN ('passed', 'failed', 'abandoned') AND d.publishedAt IS NULL)";
        }
        if (meant.isFinal()) {
            return "d.state = :state AND d.publishedAt IS NOT NULL";
        }
        return meant.seenFromOutside(false) == meant ? "d.state = :state" : "d.state = :state AND d.id < 0";
    }

    public static Integer limitIn(String text) {
        try {
            return text == null ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw invalid("limit");
        }
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("changedSince");
        }
    }

    private static long cursor(String after) {
        try {
            return Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw invalid("after");
        }
    }

    private static Refusal invalid(String parameter) {
        return Refusal.of(RefusalCode.INVALID, "parameter " + parameter)
                .with("members", List.of(Map.of("member", parameter, "reason", "value")));
    }
}
