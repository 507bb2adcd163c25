package org.medexam.smp.core.cataloguefile;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a look at a catalogue file found.
 *
 * @param file its name
 * @param faults why the server would not take it; empty where it would
 * @param contents what is in it; empty where it has faults
 * @param differences from another catalogue; empty where none was named, or where the file has faults
 */
public record CatalogueReport(
        String file, List<FileFault> faults, Optional<Contents> contents, Optional<Differences> differences) {

    public CatalogueReport {
        faults = List.copyOf(faults);
    }

    /**
     * @param id the catalogue's
     * @param materials how many
     * @param rules how many
     * @param uncovered kinds of applicant whom no group fits, e.g. {@code level ASST; edu BAC, PG}
     * @param notCovered the conditions of those whom the file itself does not cover, with their sentences
     * @param neverRequired codes of materials that no rule ever requires
     */
    public record Contents(
            String id,
            String name,
            int materials,
            int rules,
            List<String> uncovered,
            List<String> notCovered,
            List<String> neverRequired) {}

    /**
     * @param from the other catalogue's id, or the name of its file where that has faults
     * @param faults why there is no comparison; empty where there is one
     * @param lines one for each difference
     */
    public record Differences(String from, List<FileFault> faults, List<String> lines) {}

    /** Whether the server would take the file. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Whether the comparison that was asked for could be made; true where none was asked for. */
    public boolean isCompared() {
        return differences.map(found -> found.faults().isEmpty()).orElse(true);
    }

    /** For a person, lines ended by a line feed. */
    public String text(CatalogueMessages words) {
        return faults(file, faults, words)
                + contents.map(found -> text(found, words)).orElse("")
                + differences.map(found -> text(found, words)).orElse("");
    }

    private static String faults(String file, List<FileFault> faults, CatalogueMessages words) {
        return faults.isEmpty()
                ? ""
                : words.say("report.faults", file, faults.size()) + "\n"
                        + faults.stream().map(fault -> fault.text(words) + "\n").collect(Collectors.joining());
    }

    private String text(Contents found, CatalogueMessages words) {
        return words.say("report.sound", file, found.id(), found.name(), found.materials(), found.rules()) + "\n"
                + list(words.say("report.uncovered"), words.say("report.all-covered") + "\n", found.uncovered())
                + list(words.say("report.not-covered"), "", found.notCovered())
                + list(words.say("report.never-required"), "", found.neverRequired());
    }

    private static String text(Differences found, CatalogueMessages words) {
        return found.faults().isEmpty()
                ? list(
                        words.say("report.compared", found.from()),
                        words.say("report.no-difference", found.from()) + "\n",
                        found.lines())
                : faults(found.from(), found.faults(), words);
    }

    private static String list(String heading, String ifEmpty, List<String> lines) {
        return lines.isEmpty()
                ? ifEmpty
                : heading + "\n"
                        + lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
