package org.medexam.smp.core.cataloguefile;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.NoticeTexts;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.rule.Source;

/** What differs between two catalogues, one text a difference. */
final class Comparison {

    private final Profile earlier;
    private final Profile later;
    private final ZoneId zone;
    private final CatalogueMessages words;
    private final List<String> differences = new ArrayList<>();

    private Comparison(Profile earlier, Profile later, ZoneId zone, CatalogueMessages words) {
        this.earlier = earlier;
        this.later = later;
        this.zone = zone;
        this.words = words;
    }

    static List<String> of(Profile earlier, Profile later, ZoneId zone, CatalogueMessages words) {
        Comparison comparison = new Comparison(earlier, later, zone, words);
        comparison.materials();
        comparison.rules();
        comparison.texts();
        return comparison.differences;
    }

    private void materials() {
        for (MaterialEntry entry : later.materials()) {
            earlier.material(entry.code())
                    .ifPresentOrElse(before -> compare(before, entry), () -> say("compare.added", written(entry)));
        }
        earlier.materials().stream()
                .filter(entry -> later.material(entry.code()).isEmpty())
                .forEach(entry -> say("compare.removed", written(entry)));
    }

    private void compare(MaterialEntry before, MaterialEntry now) {
        changed(now.code(), written(before), written(now));
        changed(words.say("compare.note", now.code()), before.note(), now.note());
        changed(words.say("compare.sample", now.code()), before.sample(), now.sample());
        changed(words.say("compare.checks", now.code()), sentences(before.checks()), sentences(now.checks()));
    }

    private static String sentences(List<Source> sources) {
        return sources.stream().map(Source::sentence).collect(Collectors.joining(" / "));
    }

    private String written(MaterialEntry entry) {
        String counts = entry.counts().min() == entry.counts().max()
                ? String.valueOf(entry.counts().min())
                : entry.counts().min() + "–" + entry.counts().max();
        return entry.code() + " " + entry.name() + " ×" + counts
                + (entry.perUnit() ? words.say("compare.per-unit") : "")
                + (entry.onPaper() ? words.say("compare.on-paper") : "")
                + (entry.excusable() ? words.say("compare.excusable") : "")
                + entry.slot().map(slot -> " → " + slot).orElse("");
    }

    private void rules() {
        Map<String, String> before = RuleLines.of(earlier, words);
        Map<String, String> now = RuleLines.of(later, words);
        now.keySet().stream().filter(line -> !before.containsKey(line)).forEach(line -> say("compare.added", line));
        before.keySet().stream().filter(line -> !now.containsKey(line)).forEach(line -> say("compare.removed", line));
        now.forEach((line, sentence) -> Optional.ofNullable(before.get(line))
                .filter(old -> !old.equals(sentence))
                .ifPresent(old -> say("compare.sentence", line, old, sentence)));
    }

    private void texts() {
        changed(words.say("compare.window"), written(earlier.window()), written(later.window()));
        changed(
                words.say("compare.title"),
                earlier.texts().title(),
                later.texts().title());
        changed(
                words.say("compare.commitment"),
                earlier.commitment().text(),
                later.commitment().text());
        if (!earlier.commitment().text().equals(later.commitment().text())
                && earlier.commitment().version().equals(later.commitment().version())) {
            say("compare.same-version", later.commitment().version());
        }
        changed(
                words.say("compare.penalties"),
                sentences(earlier.texts().penalties()),
                sentences(later.texts().penalties()));
        for (NoticeTexts.Event event : NoticeTexts.Event.values()) {
            changed(
                    words.say("compare.message", event),
                    earlier.texts().messages().get(event),
                    later.texts().messages().get(event));
        }
    }

    private String written(UploadWindow window) {
        return window.opensAt()
                        .map(at -> at.atZone(zone).toLocalDate().toString())
                        .orElse("…")
                + " – "
                + window.closesAt()
                        .map(at -> at.atZone(zone).toLocalDate().minusDays(1).toString())
                        .orElse("…");
    }

    private void changed(String what, String before, String now) {
        if (!Objects.equals(before, now)) {
            say("compare.changed", what, before, now);
        }
    }

    private void say(String message, Object... arguments) {
        differences.add(words.say(message, arguments));
    }
}
