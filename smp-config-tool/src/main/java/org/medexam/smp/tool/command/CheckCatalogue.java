package org.medexam.smp.tool.command;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.cataloguefile.CatalogueCheck;
import org.medexam.smp.core.cataloguefile.CatalogueMessages;
import org.medexam.smp.core.cataloguefile.CatalogueReport;
import org.medexam.smp.core.cataloguefile.FileFault;
import org.medexam.smp.core.cataloguefile.InstalledCatalogues;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code smp check-catalogue FILE}: what is wrong with a catalogue file, whom it leaves out, what it changes. */
@Command(name = "check-catalogue", mixinStandardHelpOptions = true)
final class CheckCatalogue implements Callable<Integer> {

    /** Days are compared with days and shown as days, so that any zone does as long as it is one. */
    private static final ZoneId ANY_ZONE = ZoneId.of("Asia/Shanghai");

    @Mixin
    private CommonOptions asked;

    @Parameters(paramLabel = "FILE", descriptionKey = "check-catalogue.file")
    private Path file;

    @Option(names = "--compare", paramLabel = "ID|FILE", descriptionKey = "check-catalogue.compare")
    private Optional<String> compare = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final CatalogueMessages words;

    CheckCatalogue(ToolMessages texts) {
        this.texts = texts;
        this.words = texts.chinese() ? CatalogueMessages.CHINESE : CatalogueMessages.ENGLISH;
    }

    @Override
    public Integer call() {
        if (!isReadable(file)) {
            throw new Failed(texts.say("check-catalogue.no-file", file));
        }
        CatalogueCheck check = new CatalogueCheck(ANY_ZONE, words);
        CatalogueReport report = compare.map(other -> compared(check, other)).orElseGet(() -> check.check(file));
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        answer.say(report.text(words).stripTrailing());
        tell(answer, report);
        return answer.end(report.isSound() && report.isCompared() ? 0 : Smp.NOT_WELL);
    }

    private CatalogueReport compared(CatalogueCheck check, String other) {
        Catalogue known = InstalledCatalogues.read(asked.home(), ANY_ZONE, new ArrayList<>())
                .catalogue();
        Optional<Profile> profile = known.profile(other);
        if (profile.isPresent()) {
            return check.check(file, profile.get());
        }
        Path path = path(other)
                .filter(CheckCatalogue::isReadable)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        texts.say("check-catalogue.no-other", other, String.join(" ", known.ids()))));
        return check.check(file, path);
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isReadable(Path file) {
        return Files.isRegularFile(file) && Files.isReadable(file);
    }

    private void tell(CommandOutput answer, CatalogueReport report) {
        answer.tell("file", report.file());
        answer.tell("sound", report.isSound());
        answer.tell("faults", members(report.faults()));
        report.contents().ifPresent(found -> {
            answer.tell("id", found.id());
            answer.tell("name", found.name());
            answer.tell("materials", found.materials());
            answer.tell("rules", found.rules());
            answer.tell("uncovered", found.uncovered());
            answer.tell("notCovered", found.notCovered());
            answer.tell("neverRequired", found.neverRequired());
        });
        report.differences().ifPresent(found -> {
            answer.tell("comparedWith", found.from());
            answer.tell("faultsOfOther", members(found.faults()));
            answer.tell("differences", found.lines());
        });
    }

    private List<Map<String, Object>> members(List<FileFault> faults) {
        return faults.stream().map(this::members).toList();
    }

    private Map<String, Object> members(FileFault fault) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("file", fault.file());
        members.put("line", fault.line());
        members.put("text", fault.said(words));
        return members;
    }
}
