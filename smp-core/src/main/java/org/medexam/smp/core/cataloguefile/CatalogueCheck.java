package org.medexam.smp.core.cataloguefile;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.cataloguefile.CatalogueReport.Contents;
import org.medexam.smp.core.cataloguefile.CatalogueReport.Differences;
import org.medexam.smp.core.rule.Demand;
import org.medexam.smp.core.rule.Substitute;

/** Tells whoever writes a catalogue file what is wrong with it, whom it leaves out, and what it changes. */
public final class CatalogueCheck {

    private final CatalogueFiles files;
    private final ZoneId zone;
    private final CatalogueMessages words;

    /** @param words in which the lines of a comparison are written */
    public CatalogueCheck(ZoneId zone, CatalogueMessages words) {
        this.files = new CatalogueFiles(zone);
        this.zone = zone;
        this.words = words;
    }

    /** @throws java.io.UncheckedIOException when the file cannot be read at all */
    public CatalogueReport check(Path file) {
        return report(file, profile -> Optional.empty());
    }

    /** The same, with what differs from another catalogue, e.g. last year's. */
    public CatalogueReport check(Path file, Profile earlier) {
        return report(file, later -> Optional.of(compared(earlier, later)));
    }

    /** The same, with what differs from another file. */
    public CatalogueReport check(Path file, Path earlier) {
        return report(file, later -> {
            try {
                return Optional.of(compared(files.read(earlier), later));
            } catch (CatalogueFileRefused refused) {
                return Optional.of(new Differences(name(earlier), refused.faults(), List.of()));
            }
        });
    }

    private CatalogueReport report(Path file, Function<Profile, Optional<Differences>> differences) {
        try {
            Profile profile = files.read(file);
            return new CatalogueReport(
                    name(file), List.of(), Optional.of(contents(profile)), differences.apply(profile));
        } catch (CatalogueFileRefused refused) {
            return new CatalogueReport(name(file), refused.faults(), Optional.empty(), Optional.empty());
        }
    }

    private Contents contents(Profile profile) {
        return new Contents(
                profile.id(),
                profile.name(),
                profile.materials().size(),
                RuleLines.of(profile, words).size(),
                UncoveredApplicants.of(profile),
                notCovered(profile),
                neverRequired(profile));
    }

    private static List<String> notCovered(Profile profile) {
        return profile.rules().notCovered().stream()
                .map(clause -> clause.when().text() + " （" + clause.source().sentence() + "）")
                .toList();
    }

    private static List<String> neverRequired(Profile profile) {
        List<String> demanded =
                profile.rules().allDemands().map(Demand::material).toList();
        List<String> standIns =
                profile.rules().substitutes().stream().map(Substitute::material).toList();
        return profile.materials().stream()
                .filter(entry -> !entry.always())
                .map(MaterialEntry::code)
                .filter(code -> !demanded.contains(code) && !standIns.contains(code))
                .toList();
    }

    private Differences compared(Profile earlier, Profile later) {
        return new Differences(earlier.id(), List.of(), Comparison.of(earlier, later, zone, words));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
