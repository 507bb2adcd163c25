package org.medexam.smp.core.cataloguefile;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.rule.Demand;

/** Tells whoever writes a catalogue file what is wrong with it, whom it leaves out, and what it changes. */
public final class CatalogueCheck {

    /**
     * @param sound whether the server would take the file
     * @param text for a person, lines ended by a line feed
     */
    public record Report(boolean sound, String text) {}

    private final CatalogueFiles files;
    private final ZoneId zone;
    private final Words words;

    public CatalogueCheck(ZoneId zone, Words words) {
        this.files = new CatalogueFiles(zone);
        this.zone = zone;
        this.words = words;
    }

    /** The built-in catalogues, with any of which a file can be compared. */
    public Catalogue builtIn() {
        return files.builtIn();
    }

    /** @throws java.io.UncheckedIOException when the file cannot be read at all */
    public Report check(Path file) {
        return report(file, profile -> "");
    }

    /** The same, with what differs from another catalogue, e.g. last year's. */
    public Report check(Path file, Profile earlier) {
        return report(file, later -> compared(earlier, later));
    }

    /** The same, with what differs from another file. */
    public Report check(Path file, Path earlier) {
        return report(file, later -> {
            try {
                return compared(files.read(earlier), later);
            } catch (CatalogueFileRefused refused) {
                return faults(earlier, refused);
            }
        });
    }

    private Report report(Path file, Function<Profile, String> more) {
        try {
            Profile profile = files.read(file);
            return new Report(true, sound(file, profile) + more.apply(profile));
        } catch (CatalogueFileRefused refused) {
            return new Report(false, faults(file, refused));
        }
    }

    private String faults(Path file, CatalogueFileRefused refused) {
        return line("report.faults", file.getFileName(), refused.faults().size())
                + refused.faults().stream()
                        .map(fault -> fault.text(words) + "\n")
                        .collect(Collectors.joining());
    }

    private String sound(Path file, Profile profile) {
        return line(
                        "report.sound",
                        file.getFileName(),
                        profile.id(),
                        profile.name(),
                        profile.materials().size(),
                        RuleLines.of(profile, words).size())
                + list("report.uncovered", "report.all-covered", UncoveredApplicants.of(profile))
                + list("report.not-covered", "", notCovered(profile))
                + list("report.never-required", "", neverRequired(profile));
    }

    private static List<String> notCovered(Profile profile) {
        return profile.rules().notCovered().stream()
                .map(clause -> clause.when().text() + " （" + clause.source().sentence() + "）")
                .toList();
    }

    private static List<String> neverRequired(Profile profile) {
        List<String> demanded =
                profile.rules().allDemands().map(Demand::material).toList();
        List<String> standIns = profile.rules().substitutes().stream()
                .map(substitute -> substitute.material())
                .toList();
        return profile.materials().stream()
                .filter(entry -> !entry.always())
                .map(MaterialEntry::code)
                .filter(code -> !demanded.contains(code) && !standIns.contains(code))
                .toList();
    }

    private String compared(Profile earlier, Profile later) {
        return list(
                "report.compared", "report.no-difference", Comparison.of(earlier, later, zone, words), earlier.id());
    }

    private String list(String heading, String ifEmpty, List<String> lines, Object... arguments) {
        if (lines.isEmpty()) {
            return ifEmpty.isEmpty() ? "" : line(ifEmpty, arguments);
        }
        return line(heading, arguments)
                + lines.stream().map(text -> "  " + text + "\n").collect(Collectors.joining());
    }

    private String line(String message, Object... arguments) {
        return words.say(message, arguments) + "\n";
    }
}
