package org.medexam.smp.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.medexam.smp.core.catalogue.Counts;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.rule.Source;
import org.medexam.smp.server.page.HtmlTemplate;
import org.medexam.smp.server.problem.MessageBundle;

/**
 * The page about one material, in Chinese: what a good picture shows, what to heed, how many, and what the notice says.
 *
 * @param hasPicture whether the district drew one
 * @param context where the application hangs, e.g. {@code /nme/ext}
 */
record SamplePage(Profile profile, MaterialEntry entry, boolean hasPicture, String context) {

    private static final HtmlTemplate TEMPLATE = HtmlTemplate.named("sample");

    String html() {
        return TEMPLATE.html(Map.of(
                "context", context,
                "catalogue", profile.name(),
                "material", entry.name(),
                "pictures", hasPicture ? List.of(Map.of("description", description())) : List.of(),
                "sections",
                        Stream.of(
                                        paragraph("sample.shows", entry.sample()),
                                        paragraph("sample.note", entry.note()),
                                        paragraph("sample.count", count()),
                                        quotes("sample.notice", sentences()),
                                        quotes("sample.checks", entry.checks()))
                                .flatMap(Optional::stream)
                                .toList()));
    }

    private String description() {
        return MessageBundle.text(MessageBundle.CHINESE, "sample.picture", Map.of("name", entry.name()));
    }

    private String count() {
        if (entry.onPaper()) {
            return MessageBundle.chinese("sample.on-paper");
        }
        Counts counts = entry.counts();
        String key = entry.perUnit() ? "sample.count.per-unit" : "sample.count.pictures";
        return MessageBundle.text(MessageBundle.CHINESE, key, Map.of("count", pictures(counts.min(), counts.max())));
    }

    private static String pictures(int min, int max) {
        if (min == max) {
            return String.valueOf(min);
        }
        String key = min == 1 ? "sample.count.at-most" : "sample.count.range";
        return MessageBundle.text(MessageBundle.CHINESE, key, Map.of("min", min, "max", max));
    }

    /** The one that names the material, and those that demand it of some applicant. */
    private List<Source> sentences() {
        return Stream.concat(
                        entry.source().stream(),
                        profile.rules()
                                .allDemands()
                                .filter(demand -> demand.material().equals(entry.code()))
                                .map(demand -> demand.clause().source()))
                .distinct()
                .toList();
    }

    private static Optional<Map<String, Object>> paragraph(String heading, String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(section(heading, List.of(text), List.of()));
    }

    private static Optional<Map<String, Object>> quotes(String heading, List<Source> sources) {
        List<Map<String, String>> quotes = sources.stream()
                .map(source -> Map.of("sentence", source.sentence(), "place", source.notice() + " " + source.place()))
                .toList();
        return quotes.isEmpty() ? Optional.empty() : Optional.of(section(heading, List.of(), quotes));
    }

    private static Map<String, Object> section(
            String heading, List<String> paragraphs, List<Map<String, String>> quotes) {
        return Map.of("heading", MessageBundle.chinese(heading), "paragraphs", paragraphs, "quotes", quotes);
    }
}
