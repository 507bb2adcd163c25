package org.medexam.smp.tool.window;

import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import javax.swing.table.DefaultTableModel;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseReport;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.setup.DatabaseCreation;
import org.medexam.smp.tool.setup.Draft;

/** 创建数据库, 检查数据库 (notice S0:697-701). */
final class DatabasePage extends Page {

    private final JLabel address = new JLabel(" ");
    private final JButton create = button("create-database", this::create);
    private final JButton check = button("check-database", () -> desk.database().ask());
    private final JProgressBar progress = new JProgressBar();
    private final StatusLabel outcome =
            new StatusLabel("create-database.note", desk.say("window.create-database.hint"));
    private final JLabel schema = new JLabel(" ");
    private final StatusLabel findings = new StatusLabel("check-database.note", desk.say("window.check-database.hint"));
    private final DefaultTableModel tables;
    private int steps;

    DatabasePage(PageContext desk) {
        super(desk, "database");
        address.setName("database.address");
        form.add(new JLabel(desk.say("window.database.address")), "newline");
        form.add(address, "growx, wmin 0, gapbottom 8");

        progress.setName("create-database.progress");
        progress.setVisible(false);
        progress.getAccessibleContext().setAccessibleName(desk.say("window.create-database.progress"));
        form.add(create, "newline, skip 1, split 2, grow 0");
        form.add(progress, "growx, pushx, gapleft 12");
        form.add(outcome, "newline, skip 1, growx, wmin 0, gapbottom 14");

        schema.setName("database.schema");
        form.add(check, "newline, skip 1, split 2, grow 0");
        form.add(schema, "growx, pushx, gapleft 12");
        form.add(findings, "newline, skip 1, growx, wmin 0, gapbottom 6");
        tables =
                new DefaultTableModel(new Object[] {desk.say("window.tables.name"), desk.say("window.tables.rows")}, 0);
        ReadTable table = new ReadTable(tables);
        table.figuresIn(1);
        table.setName("tables");
        table.getAccessibleContext().setAccessibleName(desk.say("window.tables"));
        form.add(new JScrollPane(table), "newline, skip 1, grow, push, h 160::");
        desk.database().watch(this::showFound);
    }

    private void create() {
        Draft draft = editing.draft();
        create.setEnabled(false);
        steps = 0;
        progress.setVisible(true);
        progress.setIndeterminate(true);
        outcome.waiting(desk.say("window.create-database.begun"));
        work(
                "create",
                () -> {
                    DatabaseAddress database = draft.database();
                    return new DatabaseCreation(desk.texts())
                            .create(
                                    database,
                                    (sentence, left) -> SwingUtilities.invokeLater(() -> progress(sentence, left)));
                },
                version -> created(desk.say("window.create-database.done", version)),
                thrown -> failed(thrown));
    }

    private void progress(String sentence, int left) {
        if (create.isEnabled()) {
            return;
        }
        steps++;
        progress.setIndeterminate(false);
        progress.setMaximum(steps + left);
        progress.setValue(steps);
        outcome.waiting(sentence);
    }

    private void created(String sentence) {
        ended();
        outcome.good(sentence);
        desk.database().ask();
    }

    private void failed(Exception thrown) {
        ended();
        if (!(thrown instanceof Failed)) {
            unexpected(thrown);
        }
        outcome.fault(thrown.getMessage());
        desk.database().ask();
    }

    private void ended() {
        progress.setVisible(false);
        create.setEnabled(true);
    }

    private void showFound() {
        DatabaseWatch database = desk.database();
        boolean can = database.canAsk();
        check.setEnabled(can && !database.isAsking());
        create.setEnabled(can && !progress.isVisible());
        if (!can) {
            findings.advice(desk.say("window.database.incomplete"));
            show(Optional.empty());
        } else if (database.isAsking()) {
            findings.waiting(desk.say("window.connection.asking"));
        } else {
            database.found().ifPresent(found -> {
                if (found.trouble().isPresent() && database.isReached()) {
                    findings.advice(
                            desk.say(database.isInUse() ? "window.database.in-use" : "window.database.not-yet"));
                } else {
                    findings.findings(found.findings());
                }
                show(found.report());
            });
        }
        markChanged();
    }

    private void show(Optional<DatabaseReport> report) {
        tables.setRowCount(0);
        schema.setText(" ");
        report.ifPresent(figures -> {
            figures.tables()
                    .forEach(table -> tables.addRow(new Object[] {
                        table.name(),
                        table.rows().isPresent()
                                ? String.valueOf(table.rows().getAsLong())
                                : desk.say("window.tables.missing")
                    }));
            schema.setText(figures.schema()
                    .map(version -> desk.say("window.database.schema", version, figures.programs()))
                    .orElse(desk.say("window.database.no-schema", figures.programs())));
        });
    }

    @Override
    public void judged() {
        super.judged();
        address.setText(
                editing.value(SettingKey.DB_SERVER).isEmpty()
                        ? desk.say("window.database-kind.embedded.short")
                        : editing.value(SettingKey.DB_SERVER) + " / " + editing.value(SettingKey.DB_NAME));
    }

    @Override
    public void loaded() {
        super.loaded();
        outcome.hint();
    }

    @Override
    Mark mark() {
        DatabaseWatch database = desk.database();
        if (findings.isFault()) {
            return Mark.FAULTY;
        }
        if (database.isWhole() || database.isInUse()) {
            return Mark.DONE;
        }
        return database.isOutOfReach() ? Mark.FAULTY : Mark.TO_DO;
    }

    @Override
    Optional<JButton> mainButton() {
        return Optional.of(desk.database().isWhole() ? check : create);
    }
}
