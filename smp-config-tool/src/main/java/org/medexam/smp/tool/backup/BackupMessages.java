package org.medexam.smp.tool.backup;

import java.util.List;
import java.util.Locale;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.Progress;
import org.medexam.smp.core.verify.PictureFinding;
import org.medexam.smp.core.verify.RepairPictures;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/** The words for what backup and verify have to say. */
public record BackupMessages(ToolMessages texts) {

    /** Why it cannot be, and what to do. */
    public Failed failed(BackupRefused refused) {
        return failed(refused.reason().code(), refused.arguments());
    }

    Failed failed(String code, List<String> arguments) {
        return new Failed(texts.say("backup.refused." + code, arguments.toArray()));
    }

    /** One line of progress. */
    String progress(Progress.Phase phase, long done, long total) {
        String key = "backup.progress." + phase.name().toLowerCase(Locale.ROOT);
        return texts.say(total > 0 ? key + ".of" : key, done, total);
    }

    /** What is wrong with which picture. */
    public String finding(PictureFinding finding) {
        return texts.say(
                "verify.finding." + finding.kind().word(),
                finding.location(),
                finding.dossierNo(),
                finding.materialCode(),
                finding.other());
    }

    /** What came of its repair. */
    public String repair(RepairPictures.Repair repair) {
        return texts.say(
                "verify.repair." + repair.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
