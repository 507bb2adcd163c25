package org.medexam.smp.core.cataloguefile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medexam.smp.core.catalogue.CommitmentText;
import org.medexam.smp.core.catalogue.Counts;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Notice;
import org.medexam.smp.core.catalogue.NoticeTexts;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.fact.ConditionLanguage;
import org.medexam.smp.core.rule.Source;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one catalogue file. */
final class ProfileReader {

    /** What everybody hands in, and what everybody may hand in, in every district (contract §4). */
    private static final String ID_DOC = "ID_DOC";

    private static final String OTHER = "OTHER";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z_]{0,19}");
    private static final int MAX_FILE = 500_000;
    private static final int DEFAULT_MAX = 6;

    private final ConditionLanguage language;
    private final ZoneId zone;
    private final Faults faults;
    private String notice = "";

    ProfileReader(String file, ConditionLanguage language, ZoneId zone) {
        this.language = language;
        this.zone = zone;
        this.faults = new Faults(file);
    }

    /** @throws CatalogueFileRefused with every fault */
    Profile read(String text) {
        Optional<Profile> profile = compose(text).map(this::profile);
        faults.refuse();
        return profile.orElseThrow();
    }

    private Optional<Node> compose(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(MAX_FILE).build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isEmpty()) {
                faults.add(1, CatalogueError.NOT_A_SECTION);
            }
            return node;
        } catch (MarkedYamlEngineException e) {
            faults.add(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
                    CatalogueError.NOT_YAML,
                    e.getProblem());
        } catch (YamlEngineException e) {
            faults.add(1, CatalogueError.NOT_YAML, e.getMessage());
        }
        return Optional.empty();
    }

    private Profile profile(Node node) {
        try (Section file = new Section(node, faults)) {
            String id = file.text("id");
            if (!id.isEmpty() && !ID.matcher(id).matches()) {
                faults.add(file.line("id"), CatalogueError.NOT_AN_ID, id);
            }
            String name = file.text("name");
            Notice paper = file.section("notice", this::notice).orElse(new Notice("", ""));
            notice = paper.shortName();
            UploadWindow window = file.optionalSection("window", this::window).orElse(UploadWindow.ALWAYS);
            NoticeTexts texts = file.section("texts", this::texts).orElse(noTexts());
            List<MaterialEntry> materials = file.list("materials", this::material);
            check(file, materials);
            RulesReader rules = new RulesReader(notice, codes(materials), neverRequired(materials), language, faults);
            return new Profile(id, name, paper, materials, rules.rules(file), window, texts);
        }
    }

    private Notice notice(Section section) {
        return new Notice(section.text("short"), section.text("title"));
    }

    /** Days as people write them: the last one counts to its end ("24时"). */
    private UploadWindow window(Section section) {
        Optional<LocalDate> first = section.optionalDate("first-day");
        Optional<LocalDate> last = section.optionalDate("last-day");
        source(section);
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            faults.add(section.line("last-day"), CatalogueError.DAYS_TURNED_ROUND);
        }
        return new UploadWindow(
                first.map(this::beginning), last.map(day -> day.plusDays(1)).map(this::beginning));
    }

    private Instant beginning(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private NoticeTexts texts(Section section) {
        return new NoticeTexts(
                section.text("title"),
                section.section("commitment", this::commitment).orElse(new CommitmentText("", "")),
                section.list("penalties", this::source),
                section.section("messages", this::messages).orElse(Map.of()));
    }

    private static NoticeTexts noTexts() {
        return new NoticeTexts("", new CommitmentText("", ""), List.of(), Map.of());
    }

    private CommitmentText commitment(Section section) {
        return new CommitmentText(section.text("version"), section.text("text"));
    }

    private Map<NoticeTexts.Event, String> messages(Section section) {
        Map<NoticeTexts.Event, String> messages = new EnumMap<>(NoticeTexts.Event.class);
        messages.put(NoticeTexts.Event.RETURNED, section.text("returned"));
        messages.put(NoticeTexts.Event.PASSED, section.text("passed"));
        messages.put(NoticeTexts.Event.FAILED, section.text("failed"));
        return messages;
    }

    private Source source(Section section) {
        return new Source(notice, section.text("place"), section.text("sentence"));
    }

    private MaterialEntry material(Section section) {
        String code = section.text("code");
        if (!code.isEmpty() && !CODE.matcher(code).matches()) {
            faults.add(section.line("code"), CatalogueError.NOT_A_CODE, code);
        }
        boolean always = section.flag("always");
        boolean onPaper = section.flag("on-paper");
        boolean excusable = section.flag("excusable");
        Optional<String> slot = section.optionalText("slot");
        if (excusable && (always || onPaper || code.equals(OTHER) || slot.isPresent())) {
            faults.add(section.line("excusable"), CatalogueError.NOT_EXCUSABLE, code);
        }
        return new MaterialEntry(
                code,
                section.text("name"),
                counts(section),
                section.flag("per-unit"),
                always,
                onPaper,
                excusable,
                slot,
                section.optionalText("note").orElse(""),
                section.optionalText("sample").orElse(""),
                section.optionalSection("source", this::source),
                section.list("checks", this::source));
    }

    private Counts counts(Section section) {
        OptionalInt exactly = section.optionalNumber("exactly");
        OptionalInt atLeast = section.optionalNumber("at-least");
        OptionalInt atMost = section.optionalNumber("at-most");
        int min = exactly.orElse(atLeast.orElse(1));
        int max = exactly.orElse(atMost.orElse(Math.max(DEFAULT_MAX, min)));
        if (max < min || exactly.isPresent() && (atLeast.isPresent() || atMost.isPresent())) {
            faults.add(section.line(), CatalogueError.COUNTS);
            return new Counts(1, 1);
        }
        return new Counts(min, max);
    }

    private void check(Section file, List<MaterialEntry> materials) {
        Set<String> seen = new HashSet<>();
        Set<String> hosts = materials.stream()
                .filter(entry -> entry.slot().isEmpty())
                .map(MaterialEntry::code)
                .collect(Collectors.toSet());
        int line = file.line("materials");
        for (MaterialEntry entry : materials) {
            if (!seen.add(entry.code())) {
                faults.add(line, CatalogueError.MATERIAL_TWICE, entry.code());
            }
            if (entry.slot().isPresent() && !hosts.contains(entry.slot().get())) {
                faults.add(
                        line,
                        CatalogueError.NO_SUCH_SLOT,
                        entry.code(),
                        entry.slot().get());
            }
        }
        if (materials.stream().noneMatch(entry -> entry.code().equals(ID_DOC) && entry.always())) {
            faults.add(line, CatalogueError.ID_DOC_NOT_ALWAYS);
        }
        if (materials.stream().noneMatch(entry -> entry.code().equals(OTHER) && !entry.always())) {
            faults.add(line, CatalogueError.OTHER_NOT_OPTIONAL);
        }
    }

    private static Set<String> codes(List<MaterialEntry> materials) {
        return materials.stream().map(MaterialEntry::code).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> neverRequired(List<MaterialEntry> materials) {
        return materials.stream()
                .filter(entry -> entry.onPaper() || entry.code().equals(OTHER))
                .map(MaterialEntry::code)
                .collect(Collectors.toSet());
    }
}
