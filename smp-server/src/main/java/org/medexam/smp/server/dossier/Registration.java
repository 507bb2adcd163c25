package org.medexam.smp.server.dossier;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.medexam.smp.core.fact.Facts;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.catalogue.StatedFacts;
import org.medexam.smp.server.wire.Json;

/**
 * SP's statement about a dossier: the body of {@code PUT /dossiers/{no}} (contract §4). The ticket's {@code dossier}
 * claim has the same members except ID number and phone.
 */
public record Registration(Exam exam, Site site, Candidate candidate, Map<String, Object> facts, String replaces) {

    public record Exam(Integer year, String category, String name) {}

    /** @param code 1–12 of {@code A-Z 0-9} */
    public record Site(String code, String name) {}

    public record Candidate(String name, String idType, String idNumber, String phone) {
        @Override
        public String toString() {
            return "Candidate[***]";
        }
    }

    private static final Pattern NO = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern SITE = Pattern.compile("[A-Z0-9]{1,12}");
    private static final Pattern CATEGORY = Pattern.compile("[A-Za-z0-9]{1,12}");
    private static final int SHORT = 40;
    private static final int LONG = 80;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    static boolean isDossierNo(String no) {
        return NO.matcher(no).matches();
    }

    /** @throws Refusal {@code INVALID} with every invalid member, {@code MALFORMED_REQUEST} for an unknown fact */
    public void check(String no) {
        Faults faults = new Faults();
        faults.unless(isDossierNo(no), "no");
        faults.unless(exam != null, "exam");
        faults.unless(site != null, "site");
        faults.unless(candidate != null, "candidate");
        if (exam != null) {
            faults.unless(exam.year() != null && exam.year() >= 2000 && exam.year() <= 2999, "exam.year");
            faults.unless(
                    exam.category() != null && CATEGORY.matcher(exam.category()).matches(), "exam.category");
            faults.unless(isText(exam.name(), LONG), "exam.name");
        }
        if (site != null) {
            faults.unless(site.code() != null && SITE.matcher(site.code()).matches(), "site.code");
            faults.unless(isText(site.name(), LONG), "site.name");
        }
        if (candidate != null) {
            faults.unless(isText(candidate.name(), LONG), "candidate.name");
            faults.unless(candidate.idType() == null || isText(candidate.idType(), SHORT), "candidate.idType");
            faults.unless(candidate.idNumber() == null || isText(candidate.idNumber(), SHORT), "candidate.idNumber");
            faults.unless(candidate.phone() == null || isText(candidate.phone(), SHORT), "candidate.phone");
        }
        StatedFacts.invalid(knownFacts()).forEach(fact -> faults.unless(false, fact));
        faults.unless(replaces == null || isDossierNo(replaces) && !replaces.equals(no), "replaces");
        faults.refuse();
    }

    private static boolean isText(String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private Map<String, Object> knownFacts() {
        return facts == null ? Map.of() : facts;
    }

    /** Returns the facts as JSON, sorted by name so that equal facts give equal texts. Facts without a value are omitted. */
    String factsAsText() {
        Map<String, Object> stated = new TreeMap<>(knownFacts());
        stated.values().removeIf(value -> value == null);
        return Json.text(stated);
    }

    /** Parses the text of {@link #factsAsText()}. */
    static Facts factsOf(String text) {
        return Facts.of(Json.read(text, FACTS));
    }

    private static final class Faults {
        private final List<Map<String, String>> members = new ArrayList<>();

        void unless(boolean holds, String member) {
            if (!holds) {
                members.add(Map.of("member", member, "reason", "value"));
            }
        }

        void refuse() {
            if (!members.isEmpty()) {
                throw Refusal.of(RefusalCode.INVALID, members.size() + " members are not valid")
                        .with("members", members);
            }
        }
    }
}
