package org.medexam.smp.tool.window;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import org.medexam.smp.core.backup.BackupKeys;
import org.medexam.smp.core.backup.BackupRefused;
import org.medexam.smp.core.backup.BackupState;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.backup.BackupClient;
import org.medexam.smp.tool.setup.Finding;
import org.medexam.smp.tool.setup.StorageCheck;

/** 备份: where to, when, how many; the key that must outlive this machine; how the last one went. */
final class BackupPage extends Page {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** What lies on the disk of a home. */
    private record Seen(boolean exported, BackupState state) {

        static Seen of(Path home) {
            return new Seen(new BackupKeys(home).exported().isPresent(), BackupState.read(home));
        }
    }

    private final JButton export = button("backup.export", this::export);
    private final JButton now = button("backup.now", this::backUp);
    private final StatusLabel key = new StatusLabel("backup-key.note", "");
    private final StatusLabel last = new StatusLabel("backup-last.note", "");
    private Optional<Seen> seen = Optional.empty();

    BackupPage(PageContext desk) {
        super(desk, "backup");
        field(SettingKey.BACKUP_PATH, "backup-path", button("backup-path.browse", this::browse));
        usual(shortField(SettingKey.BACKUP_AT, "backup-at"), "02:00");
        usual(shortField(SettingKey.BACKUP_KEEP, "backup-keep"), "14");
        section("backup-key.section");
        form.add(export, "newline, skip 1, grow 0");
        form.add(key, "newline, skip 1, growx, wmin 0");
        section("backup-last.section");
        form.add(now, "newline, skip 1, grow 0");
        form.add(last, "newline, skip 1, growx, wmin 0");
    }

    private void browse() {
        FileChooserButton.folder(
                form,
                desk.say("window.backup-path.choose"),
                editing.draft().path(SettingKey.BACKUP_PATH),
                chosen -> text(SettingKey.BACKUP_PATH, chosen.toString()));
    }

    /** Written and read back in one go: only then are backups made at all. */
    private void export() {
        FileChooserButton.newFile(form, desk.say("window.backup.export-title"), "smp-backup.key", chosen -> {
            Path home = editing.draft().home();
            Instant now = desk.clock().instant();
            export.setEnabled(false);
            work(
                    "export",
                    () -> {
                        BackupKeys keys = new BackupKeys(home);
                        keys.export(chosen, now);
                        keys.check(chosen, now);
                        return Seen.of(home);
                    },
                    found -> {
                        export.setEnabled(true);
                        show(found);
                        key.good(desk.say("window.backup.exported-to", chosen));
                    },
                    thrown -> {
                        export.setEnabled(true);
                        if (!(thrown instanceof BackupRefused refused)) {
                            unexpected(thrown);
                            return;
                        }
                        key.fault(desk.say(
                                "window.backup.refused." + refused.reason().code(),
                                refused.arguments().toArray()));
                    });
        });
    }

    /** By what is saved: the server, where it runs, knows nothing else. */
    private void backUp() {
        Path file = editing.draft().file();
        now.setEnabled(false);
        last.waiting(desk.say("window.backup.begun"));
        work(
                "now",
                () -> new BackupClient(SmpSettings.read(file), desk.texts(), desk.clock())
                        .backUp((phase, done, total) -> {}),
                made -> look(),
                thrown -> {
                    now.setEnabled(canBackUp());
                    if (thrown instanceof Failed) {
                        last.fault(thrown.getMessage());
                    } else if (thrown instanceof SettingsRefused) {
                        last.fault(desk.say("window.service.settings"));
                    } else {
                        unexpected(thrown);
                    }
                });
    }

    private boolean canBackUp() {
        return !editing.unsaved()
                && !editing.value(SettingKey.BACKUP_PATH).isEmpty()
                && seen.filter(Seen::exported).isPresent()
                && !desk.worker().isAsking("backup.now");
    }

    @Override
    void shown() {
        look();
    }

    @Override
    public void loaded() {
        super.loaded();
        look();
    }

    private void look() {
        Path home = editing.draft().home();
        work("look", () -> Seen.of(home), this::show, this::unexpected);
    }

    private void show(Seen found) {
        seen = Optional.of(found);
        now.setEnabled(canBackUp());
        if (found.exported()) {
            key.good(desk.say("window.backup.exported"));
        } else {
            key.advice(desk.say("window.backup.not-exported"));
        }
        BackupState state = found.state();
        if (state.lastFailure().isPresent()) {
            last.fault(desk.say(
                    "window.backup.failed",
                    time(state.lastFailure().get().at()),
                    state.lastFailure().get().reason()));
        } else if (state.lastSuccess().isPresent()) {
            say(state.lastSuccess().get());
        } else {
            last.advice(desk.say("window.backup.none"));
        }
        markChanged();
    }

    private void say(BackupState.Success success) {
        if (success.complete()) {
            last.good(desk.say("window.backup.done", time(success.at()), success.pictures(), success.folder()));
        } else {
            last.fault(desk.say("window.backup.damaged", time(success.at()), success.damaged(), success.folder()));
        }
    }

    private static String time(Instant moment) {
        return MINUTE.format(moment.atZone(ZoneId.systemDefault()));
    }

    @Override
    public void judged() {
        look(SettingKey.BACKUP_PATH, editing.value(SettingKey.BACKUP_PATH), this::lookAtFolder);
        super.judged();
        now.setEnabled(canBackUp());
    }

    private List<Finding> lookAtFolder() {
        return editing.draft()
                .path(SettingKey.BACKUP_PATH)
                .map(new StorageCheck(desk.texts())::look)
                .orElse(List.of());
    }

    @Override
    Mark mark() {
        Mark mark = keys().stream().map(this::markOf).reduce(Mark.DONE, Mark::with);
        boolean exported = seen.filter(Seen::exported).isPresent();
        boolean failed = seen.filter(found -> found.state().lastFailure().isPresent()
                        || found.state()
                                .lastSuccess()
                                .filter(one -> !one.complete())
                                .isPresent())
                .isPresent();
        if (editing.value(SettingKey.BACKUP_PATH).isEmpty() || !exported) {
            mark = mark.with(Mark.TO_DO);
        }
        return failed ? mark.with(Mark.FAULTY) : mark;
    }
}
