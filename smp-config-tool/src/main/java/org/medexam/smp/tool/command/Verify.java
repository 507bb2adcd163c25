package org.medexam.smp.tool.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.medexam.smp.core.backup.BackupFolder;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.VerifyBackup;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.snapshot.ListedPicture;
import org.medexam.smp.core.verify.PictureFinding;
import org.medexam.smp.core.verify.RepairPictures;
import org.medexam.smp.core.verify.RepairPictures.Repair;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.backup.BackupClient;
import org.medexam.smp.tool.backup.BackupMessages;
import org.medexam.smp.tool.backup.ProgressLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code smp verify}: pictures against their rows, repaired from a backup if so asked; or a backup in itself. */
@Command(name = "verify", mixinStandardHelpOptions = true)
final class Verify implements Callable<Integer> {

    @Mixin
    private CommonOptions asked;

    @Option(names = "--restart", descriptionKey = "verify.restart")
    private boolean restart;

    @Option(names = "--repair-from", paramLabel = "FOLDER", descriptionKey = "verify.repair-from")
    private Optional<Path> repairFrom = Optional.empty();

    @Option(names = "--backup", paramLabel = "FOLDER", descriptionKey = "verify.backup")
    private Optional<Path> backup = Optional.empty();

    @Option(names = "--snapshot", paramLabel = "NAME", descriptionKey = "restore.snapshot")
    private Optional<String> snapshot = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", descriptionKey = "restore.key")
    private Optional<Path> key = Optional.empty();

    @Spec
    private CommandSpec spec;

    private final ToolMessages texts;
    private final BackupMessages words;
    private final InstantSource clock;

    Verify(ToolMessages texts, InstantSource clock) {
        this.texts = texts;
        this.words = new BackupMessages(texts);
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (key.isPresent() != (backup.isPresent() || repairFrom.isPresent())
                || backup.isPresent() && repairFrom.isPresent()) {
            throw new ParameterException(spec.commandLine(), texts.say("verify.key-needed"));
        }
        CommandOutput answer = new CommandOutput(asked, spec.commandLine().getOut());
        try {
            return backup.isPresent() ? backup(answer) : pictures(answer);
        } catch (BackupRefused refused) {
            throw words.failed(refused);
        }
    }

    private int backup(CommandOutput answer) {
        VerifyBackup.Outcome outcome = new VerifyBackup(
                        BackupFolder.open(backup.orElseThrow()), BackupKeys.read(key.orElseThrow()))
                .verify(snapshot, new ProgressLines(words, answer::say));
        outcome.damaged().forEach(picture -> answer.say(texts.say("backup.damaged", picture.location())));
        answer.say(texts.say(
                outcome.damaged().isEmpty() ? "verify.backup-whole" : "verify.backup-damaged",
                outcome.snapshot(),
                outcome.rows(),
                outcome.pictures(),
                outcome.damaged().size()));
        answer.tell("snapshot", outcome.snapshot().text());
        answer.tell("rows", outcome.rows());
        answer.tell("pictures", outcome.pictures());
        answer.tell(
                "damaged",
                outcome.damaged().stream().map(ListedPicture::location).toList());
        return answer.end(outcome.damaged().isEmpty() ? 0 : Smp.NOT_WELL);
    }

    private int pictures(CommandOutput answer) {
        SmpSettings settings = asked.settings();
        Optional<RepairPictures> repair = repairFrom.map(folder -> new RepairPictures(
                BackupFolder.open(folder),
                BackupKeys.read(key.orElseThrow()),
                settings.storage().path()));
        BackupClient.Looked looked =
                new BackupClient(settings, texts, clock).verify(restart, new ProgressLines(words, answer::say));
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), settings.district().zone());
        List<Map<String, Object>> told = new ArrayList<>();
        int left = 0;
        for (PictureFinding finding : looked.findings()) {
            Optional<Repair> repaired = repair.map(from -> from.repair(finding, today));
            boolean well = repaired.filter(how -> how == Repair.REPAIRED || how == Repair.RIGHT_ALREADY)
                    .isPresent();
            left += well ? 0 : 1;
            answer.say(words.finding(finding)
                    + repaired.map(how -> " " + words.repair(how)).orElse(""));
            told.add(told(finding, repaired));
        }
        answer.say(texts.say(
                looked.findings().isEmpty() ? "verify.well" : "verify.not-well",
                looked.rows(),
                looked.files(),
                looked.findings().size(),
                left));
        answer.tell("rows", looked.rows());
        answer.tell("files", looked.files());
        answer.tell("findings", told);
        answer.tell("left", left);
        return answer.end(left == 0 ? 0 : Smp.NOT_WELL);
    }

    private static Map<String, Object> told(PictureFinding finding, Optional<Repair> repaired) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", finding.kind().word());
        told.put("dossierNo", finding.dossierNo());
        told.put("materialCode", finding.materialCode());
        told.put("location", finding.location());
        told.put("other", finding.other());
        repaired.ifPresent(how -> told.put("repair", how.name().toLowerCase(Locale.ROOT)));
        return told;
    }
}
