package org.medexam.smp.server.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medexam.smp.core.catalogue.Counts;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.rule.Source;
import org.medexam.smp.server.problem.MessageBundle;

/**
 * The page about one material, in Chinese: what a good picture shows, what to heed, how many, and what the notice says.
 *
 * @param hasPicture whether the district drew one
 * @param context where the application hangs, e.g. {@code /nme/ext}
 */
record SamplePage(Profile profile, MaterialEntry entry, boolean hasPicture, String context) {

    private static final String FRAME = """
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%1$s</title>
              <link rel="icon" href="%2$s/lib/icon.svg" type="image/svg+xml">
              <link rel="stylesheet" href="%2$s/lib/page.css">
              <link rel="stylesheet" href="%2$s/lib/sample.css">
            </head>
            <body class="sample">
              <main class="card">
                <p class="quiet">%3$s</p>
                <h1>%1$s</h1>
            %4$s  </main>
            </body>
            </html>
            """;

    String html() {
        String body = picture()
                + paragraph("sample.shows", entry.sample())
                + paragraph("sample.note", entry.note())
                + paragraph("sample.count", entry.onPaper() ? MessageBundle.chinese("sample.on-paper") : count())
                + sentences("sample.notice", sentences())
                + sentences("sample.checks", entry.checks());
        return FRAME.formatted(escaped(entry.name()), context, escaped(profile.name()), body);
    }

    private String picture() {
        return hasPicture
                ? "    <img src=\"sample/picture\" alt=\"%s\">\n"
                        .formatted(escaped(MessageBundle.text(
                                MessageBundle.CHINESE, "sample.picture", Map.of("name", entry.name()))))
                : "";
    }

    private String count() {
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

    private static String paragraph(String heading, String text) {
        return text.isEmpty() ? "" : heading(heading) + "    <p>" + escaped(text) + "</p>\n";
    }

    private static String sentences(String heading, List<Source> sources) {
        return sources.isEmpty()
                ? ""
                : heading(heading)
                        + sources.stream()
                                .map(source ->
                                        "    <blockquote><p>%s</p><footer class=\"quiet\">%s</footer></blockquote>\n"
                                                .formatted(
                                                        escaped(source.sentence()),
                                                        escaped(source.notice() + " " + source.place())))
                                .collect(Collectors.joining());
    }

    private static String heading(String key) {
        return "    <h2>" + escaped(MessageBundle.chinese(key)) + "</h2>\n";
    }

    /** What a district writes into its file is text, whatever it looks like. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
