package org.medexam.smp.core.cataloguefile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.fact.Condition;
import org.medexam.smp.core.rule.Clause;
import org.medexam.smp.core.rule.Demand;
import org.medexam.smp.core.rule.Rules;

/** Every rule of a catalogue as one line, so that two catalogues can be laid side by side. */
final class RuleLines {

    private final CatalogueMessages words;
    private final Map<String, String> sentences = new LinkedHashMap<>();

    private RuleLines(CatalogueMessages words) {
        this.words = words;
    }

    /** The sentence behind each line, in the order of the file. */
    static Map<String, String> of(Profile profile, CatalogueMessages words) {
        RuleLines lines = new RuleLines(words);
        lines.gather(profile);
        return lines.sentences;
    }

    /** When a material is demanded, as one condition. */
    static String when(Condition group, Condition demand) {
        if (group.isAlways()) {
            return demand.text();
        }
        return demand.isAlways() ? group.text() : part(group) + " && " + part(demand);
    }

    private static String part(Condition condition) {
        return condition.text().contains("||") ? "(" + condition.text() + ")" : condition.text();
    }

    private void gather(Profile profile) {
        Rules rules = profile.rules();
        profile.materials().stream()
                .filter(MaterialEntry::always)
                .forEach(entry -> add(
                        "line.require",
                        entry.source().map(source -> source.sentence()).orElse(""),
                        entry.code(),
                        words.say("line.always")));
        rules.groups().forEach(group -> demands("line.require", group.when(), group.demands()));
        rules.demands()
                .forEach(demand -> add(
                        "line.require",
                        demand.clause().source().sentence(),
                        written(demand),
                        said(demand.clause().when().text())));
        rules.excuses()
                .forEach(excuse -> excuse.materials().stream()
                        .sorted()
                        .forEach(material -> clause("line.optional", excuse.clause(), material)));
        rules.reducedSets().forEach(set -> demands("line.only", set.clause().when(), set.demands()));
        rules.substitutes()
                .forEach(substitute -> clause(
                        "line.instead", substitute.clause(), substitute.material() + " / " + substitute.insteadOf()));
        rules.paperOnly().forEach(clause -> clause("line.paper-only", clause, ""));
        rules.notCovered().forEach(clause -> clause("line.not-covered", clause, ""));
        rules.refused().forEach(advice -> clause("line.refused", advice.clause(), advice.text()));
    }

    private void demands(String message, Condition above, List<Demand> demands) {
        demands.forEach(demand -> add(
                message,
                demand.clause().source().sentence(),
                written(demand),
                said(when(above, demand.clause().when()))));
    }

    private void clause(String message, Clause clause, String what) {
        add(message, clause.source().sentence(), what, said(clause.when().text()));
    }

    private static String written(Demand demand) {
        return demand.material()
                + (demand.exactly().isPresent() ? " ×" + demand.exactly().getAsInt() : "");
    }

    private String said(String condition) {
        return condition.equals("true") ? words.say("line.always") : condition;
    }

    private void add(String message, String sentence, String what, String when) {
        sentences.merge(
                words.say(message, what, when).strip(),
                sentence,
                (one, other) -> one.equals(other) ? one : one + " / " + other);
    }
}
