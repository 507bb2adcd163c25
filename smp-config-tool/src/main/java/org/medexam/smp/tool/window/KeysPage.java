package org.medexam.smp.tool.window;

import com.formdev.flatlaf.util.UIScale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JScrollPane;
import javax.swing.table.DefaultTableModel;
import org.medexam.smp.core.file.AtomicFile;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.setup.Finding;
import org.medexam.smp.tool.setup.KeySetCheck;

/**
 * 公钥: whose tickets are taken. A chosen file is looked at and copied into {@code conf}, where it is found again next
 * year; the server reads a new one by itself.
 */
final class KeysPage extends Page {

    /**
     * One issuer's part of the page.
     *
     * @param kept where a chosen file goes, from the home
     */
    private record Issuer(SettingKey key, String name, String kept) {}

    private static final List<Issuer> ISSUERS = List.of(
            new Issuer(SettingKey.SP_JWKS, "sp-keys", "conf/sp.jwks.json"),
            new Issuer(SettingKey.MP_JWKS, "mp-keys", "conf/mp.jwks.json"));

    private final KeySetCheck check;
    private final List<DefaultTableModel> tables = new ArrayList<>();

    /** How many files were chosen: the same name may hold other keys then. */
    private int taken;

    KeysPage(PageContext desk) {
        super(desk, "keys");
        check = new KeySetCheck(desk.texts());
        for (Issuer issuer : ISSUERS) {
            section(issuer.name() + ".section");
            JButton choose = button(issuer.name() + ".choose", () -> choose(issuer));
            field(issuer.key(), issuer.name(), choose);
            DefaultTableModel model = new DefaultTableModel(
                    new Object[] {
                        desk.say("window.keys.kid"),
                        desk.say("window.keys.algorithms"),
                        desk.say("window.keys.fingerprint")
                    },
                    0);
            tables.add(model);
            ReadTable table = new ReadTable(model);
            table.setName(issuer.name() + ".table");
            table.getAccessibleContext().setAccessibleName(desk.say("window." + issuer.name() + ".section"));
            // a fingerprint is compared letter by letter: it must be there whole
            table.getColumnModel().getColumn(0).setPreferredWidth(UIScale.scale(130));
            table.getColumnModel().getColumn(1).setPreferredWidth(UIScale.scale(90));
            table.getColumnModel().getColumn(2).setPreferredWidth(UIScale.scale(450));
            form.add(new JScrollPane(table), "newline, skip 1, growx, h 84!, gapbottom 8");
        }
    }

    private void choose(Issuer issuer) {
        FileChooserButton.file(
                form,
                desk.say("window." + issuer.name() + ".choose-title"),
                editing.draft().path(issuer.key()),
                desk.say("window.keys.kind"),
                chosen -> take(issuer, chosen),
                "json",
                "jwks");
    }

    private void take(Issuer issuer, Path chosen) {
        Path kept = editing.draft().home().resolve(issuer.kept());
        work(
                issuer.name(),
                () -> {
                    List<Finding> findings = check.look(chosen);
                    if (Finding.worst(findings) != Finding.Level.FAULT && !chosen.equals(kept)) {
                        copy(chosen, kept);
                    }
                    return findings;
                },
                findings -> {
                    if (Finding.worst(findings) == Finding.Level.FAULT) {
                        row(issuer.key()).findings(findings);
                    } else {
                        text(issuer.key(), issuer.kept());
                        taken++;
                        editing.judge();
                    }
                },
                thrown -> row(issuer.key()).fault(desk.say("window.keys.not-copied", kept, thrown.getMessage())));
    }

    private static void copy(Path chosen, Path kept) throws IOException {
        Files.createDirectories(kept.getParent());
        if (Files.exists(kept)) {
            AtomicFile.copy(kept, kept.resolveSibling(kept.getFileName() + ".bak"));
        }
        AtomicFile.copy(chosen, kept);
    }

    /** The file's usual name stands there from the beginning: without a file it is to be done, not wrong. */
    @Override
    boolean isMissing(SettingKey key) {
        return super.isMissing(key)
                || ISSUERS.stream()
                        .anyMatch(issuer -> issuer.key() == key
                                && editing.value(key).equals(issuer.kept())
                                && editing.fault(key).isPresent());
    }

    @Override
    public void judged() {
        super.judged();
        for (Issuer issuer : ISSUERS) {
            Optional<Path> file = editing.draft().path(issuer.key());
            look(issuer.key(), List.of(editing.value(issuer.key()), taken), () -> findings(file.orElseThrow()));
        }
    }

    @Override
    void foundChanged(SettingKey key) {
        ISSUERS.stream().filter(issuer -> issuer.key() == key).forEach(this::showKeys);
    }

    private void showKeys(Issuer issuer) {
        DefaultTableModel table = tables.get(ISSUERS.indexOf(issuer));
        table.setRowCount(0);
        Optional<Path> file = editing.draft()
                .path(issuer.key())
                .filter(path -> !foundOf(issuer.key()).isEmpty());
        work(
                issuer.name() + ".keys",
                () -> file.map(check::keys).orElse(List.of()),
                keys -> keys.forEach(key -> table.addRow(new Object[] {key.kid(), key.algorithms(), key.thumbprint()})),
                this::unexpected);
    }

    /** What is good of single keys stands in the table. */
    private List<Finding> findings(Path file) {
        List<Finding> findings = check.look(file);
        long good = findings.stream()
                .filter(finding -> finding.level() == Finding.Level.GOOD)
                .count();
        return Finding.worst(findings) == Finding.Level.GOOD
                ? List.of(new Finding(Finding.Level.GOOD, "", desk.say("window.keys.good", good), ""))
                : findings;
    }

    @Override
    Mark mark() {
        boolean seen = keys().stream().noneMatch(key -> foundOf(key).isEmpty());
        return keys().stream().map(this::markOf).reduce(seen ? Mark.DONE : Mark.TO_DO, Mark::with);
    }
}
