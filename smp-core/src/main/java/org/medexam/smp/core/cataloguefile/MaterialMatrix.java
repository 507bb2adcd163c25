package org.medexam.smp.core.cataloguefile;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.fact.Condition;
import org.medexam.smp.core.rule.Demand;
import org.medexam.smp.core.rule.Rules;

/** Which district asks for what to be uploaded, as a page in Markdown. */
public final class MaterialMatrix {

    private final Collection<Profile> profiles;

    private MaterialMatrix(Collection<Profile> profiles) {
        this.profiles = profiles;
    }

    /** The matrix of materials and districts, and below it when each district asks for each. */
    public static String markdown(Collection<Profile> profiles) {
        MaterialMatrix matrix = new MaterialMatrix(profiles);
        return matrix.heading()
                + matrix.table()
                + profiles.stream().map(MaterialMatrix::section).collect(Collectors.joining());
    }

    private String heading() {
        return """
                # What is uploaded where

                Generated from the catalogue files; a test compares it with them. Uploads only: what a district wants on paper is marked so.

                ● always · ◐ on a condition, below · ○ listed, never required · 纸 on paper only · – not named. The number after ● or ◐ is the number of pictures that the notice fixes, n one for each unit.

                """;
    }

    private String table() {
        Map<String, String> names = new LinkedHashMap<>();
        profiles.forEach(
                profile -> profile.materials().forEach(entry -> names.putIfAbsent(entry.code(), entry.name())));
        String head =
                row(Stream.concat(Stream.of("material", "名称"), profiles.stream().map(Profile::id)));
        String rule = row(Stream.generate(() -> "---").limit(profiles.size() + 2L));
        return head
                + rule
                + names.entrySet().stream()
                        .map(name -> row(Stream.concat(
                                Stream.of(name.getKey(), name.getValue()),
                                profiles.stream().map(profile -> cell(profile, name.getKey())))))
                        .collect(Collectors.joining());
    }

    private static String cell(Profile profile, String code) {
        return profile.material(code)
                .map(entry -> mark(profile.rules(), entry)
                        + counts(entry)
                        + entry.slot().map(slot -> " in " + slot).orElse(""))
                .orElse("–");
    }

    private static String mark(Rules rules, MaterialEntry entry) {
        if (entry.onPaper()) {
            return "纸";
        }
        if (entry.always() || isUnconditional(rules, entry.code())) {
            return "●";
        }
        return demands(rules, entry.code()).isEmpty() ? "○" : "◐";
    }

    private static String counts(MaterialEntry entry) {
        if (entry.perUnit()) {
            return " n";
        }
        return entry.counts().min() == entry.counts().max()
                ? " " + entry.counts().min()
                : "";
    }

    /** Demanded of everyone, and nobody is excused; a lost paper's substitute does not count. */
    private static boolean isUnconditional(Rules rules, String code) {
        boolean excused =
                rules.excuses().stream().anyMatch(excuse -> excuse.materials().contains(code));
        boolean leftOut = rules.reducedSets().stream()
                .anyMatch(set -> set.demands().stream()
                        .noneMatch(demand -> demand.material().equals(code)));
        return !excused && !leftOut && demands(rules, code).contains("always");
    }

    private static String section(Profile profile) {
        return "\n## " + profile.name() + " (`" + profile.id() + "`)\n\n"
                + row(Stream.of("material", "required when", "notice"))
                + row(Stream.of("---", "---", "---"))
                + profile.materials().stream()
                        .filter(entry -> !entry.onPaper())
                        .map(entry -> row(Stream.of(entry.code(), when(profile, entry), places(profile, entry.code()))))
                        .collect(Collectors.joining());
    }

    private static String when(Profile profile, MaterialEntry entry) {
        Rules rules = profile.rules();
        List<String> demands = entry.always() ? List.of("always") : demands(rules, entry.code());
        Stream<String> instead = rules.substitutes().stream()
                .filter(substitute -> substitute.material().equals(entry.code()))
                .map(substitute -> code(substitute.clause().when()) + " and " + substitute.insteadOf()
                        + " would be, in its stead");
        Stream<String> except = Stream.concat(
                rules.excuses().stream()
                        .filter(excuse -> excuse.materials().contains(entry.code()))
                        .map(excuse -> "not " + code(excuse.clause().when())),
                rules.reducedSets().stream()
                        .filter(set -> !demands.isEmpty()
                                && set.demands().stream()
                                        .noneMatch(demand -> demand.material().equals(entry.code())))
                        .map(set -> "not " + code(set.clause().when())));
        String text = Stream.concat(demands.stream().distinct(), instead).collect(Collectors.joining(" or "));
        String exceptions = except.map(one -> "; " + one).collect(Collectors.joining());
        return text.isEmpty() ? "never" : text + exceptions;
    }

    private static List<String> demands(Rules rules, String code) {
        Stream<String> ofGroups = rules.groups().stream()
                .flatMap(group -> of(code, group.demands())
                        .map(demand ->
                                RuleLines.when(group.when(), demand.clause().when())));
        Stream<String> ofAll =
                of(code, rules.demands()).map(demand -> demand.clause().when().text());
        Stream<String> reduced = rules.reducedSets().stream()
                .flatMap(set -> of(code, set.demands())
                        .map(demand -> RuleLines.when(
                                set.clause().when(), demand.clause().when())));
        return Stream.of(ofGroups, ofAll, reduced)
                .flatMap(conditions -> conditions)
                .map(condition -> condition.equals("true") ? "always" : "`" + condition + "`")
                .toList();
    }

    private static Stream<Demand> of(String code, List<Demand> demands) {
        return demands.stream().filter(demand -> demand.material().equals(code));
    }

    private static String places(Profile profile, String code) {
        return Stream.concat(
                        profile.rules()
                                .allDemands()
                                .filter(demand -> demand.material().equals(code))
                                .map(demand -> demand.clause().source().place()),
                        profile.material(code).flatMap(MaterialEntry::source).stream()
                                .map(source -> source.place()))
                .distinct()
                .collect(Collectors.joining("、"));
    }

    private static String code(Condition condition) {
        return "`" + condition.text() + "`";
    }

    private static String row(Stream<String> cells) {
        return cells.map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
