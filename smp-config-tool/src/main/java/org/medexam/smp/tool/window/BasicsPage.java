package org.medexam.smp.tool.window;

import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.setup.DatabaseCheckup;
import org.medexam.smp.tool.setup.Finding;
import org.medexam.smp.tool.setup.HomeCheck;
import org.medexam.smp.tool.setup.StorageCheck;

/** The manual's first form: folders and database, in its order (notice S0:690-693). */
final class BasicsPage extends Page {

    private static final String HOME_QUESTION = "basics.home";

    private final JTextField home = new JTextField();
    private final FormRow homeRow;
    private final JRadioButton sqlServer;
    private final JRadioButton embedded;
    private final JTextField server;
    private final JTextField port = bound(SettingKey.DB_PORT);
    private final JTextField instance = bound(SettingKey.DB_INSTANCE);
    private final JLabel portLabel = labelFor(port, "db-port", 5);
    private final JLabel instanceLabel = labelFor(instance, "db-instance", 10);
    private final JTextField user;
    private final PasswordField password = password(SettingKey.DB_PASSWORD_FILE);
    private final JCheckBox encrypt;
    private final JCheckBox trust;
    private final StatusLabel connection;
    private final StatusLabel otherFaults = new StatusLabel("settings-file.note", "");
    private List<Finding> homeFindings = List.of();

    BasicsPage(PageContext desk) {
        super(desk, "basics");
        homeRow = FormRow.wide(desk.texts(), form, "home", home, button("home.browse", this::browseHome));
        field(SettingKey.STORAGE_PATH, "storage-path", button("storage-path.browse", this::browseStorage));

        sqlServer = named(new JRadioButton(), "database-kind.sql-server");
        embedded = named(new JRadioButton(), "database-kind.embedded");
        ButtonGroup kinds = new ButtonGroup();
        kinds.add(sqlServer);
        kinds.add(embedded);
        new FormRow(desk.texts(), form, "database-kind", sqlServer, "grow 0", embedded);
        sqlServer.setName("database-kind.sql-server");

        server = field(SettingKey.DB_SERVER, "db-server", portLabel, port, instanceLabel, instance);
        row(SettingKey.DB_PORT, row(SettingKey.DB_SERVER));
        row(SettingKey.DB_INSTANCE, row(SettingKey.DB_SERVER));
        usual(port, "1433");
        usual(shortField(SettingKey.DB_NAME, "db-name"), "EP");
        user = field(SettingKey.DB_USER, "db-user");
        row(SettingKey.DB_PASSWORD_FILE, FormRow.wide(desk.texts(), form, "db-password", password));
        encrypt = named(new JCheckBox(), "db-encrypt");
        trust = named(new JCheckBox(), "db-trust");
        form.add(encrypt, "newline, skip 1, split 2, grow 0");
        form.add(trust, "gapleft 16");
        connection = new StatusLabel("connection.note", desk.say("window.connection.hint"));
        form.add(connection, "newline, skip 1, growx, wmin 0, gaptop 4");
        form.add(otherFaults, "newline, skip 1, growx, wmin 0, gaptop 8");
        react();
    }

    private void react() {
        onTyping(home.getDocument(), this::lookAtHome);
        home.addActionListener(entered -> openTyped());
        home.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                if (!event.isTemporary()) {
                    openTyped();
                }
            }
        });
        sqlServer.addActionListener(chosen -> useServer());
        embedded.addActionListener(chosen -> useEmbedded());
        encrypt.addActionListener(chosen -> flag(SettingKey.DB_ENCRYPT, encrypt.isSelected(), true));
        trust.addActionListener(chosen -> flag(SettingKey.DB_TRUST_SERVER_CERTIFICATE, trust.isSelected(), false));
        desk.database().watch(this::showConnection);
    }

    // the installation's folder

    private void lookAtHome() {
        Optional<Path> typed = pathOf(home.getText());
        if (typed.isEmpty()) {
            desk.worker().forget(HOME_QUESTION);
            homeRow.fault(desk.say("window.home.no-path"));
            return;
        }
        if (homeRow.note().isFault()) {
            homeRow.hint();
        }
        desk.worker()
                .askAfter(
                        TYPING,
                        HOME_QUESTION,
                        () -> new HomeCheck(desk.texts()).look(typed.get()),
                        findings -> {
                            homeFindings = findings;
                            homeRow.findings(findings);
                            markChanged();
                        },
                        this::unexpected);
    }

    private void browseHome() {
        FileChooserButton.folder(form, desk.say("window.home.choose"), pathOf(home.getText()), chosen -> {
            home.setText(chosen.toString());
            openTyped();
        });
    }

    /** Another folder has other settings; those that were typed and not saved are asked about. */
    private void openTyped() {
        Optional<Path> typed = pathOf(home.getText())
                .filter(path -> !path.equals(editing.draft().home()));
        if (typed.isEmpty()) {
            return;
        }
        if (editing.unsaved() && !agrees(typed.get())) {
            home.setText(editing.draft().home().toString());
            return;
        }
        editing.open(typed.get(), this::unexpected);
    }

    private boolean agrees(Path other) {
        return JOptionPane.showConfirmDialog(
                        form, desk.say("window.home.leave", other), desk.say("window.title"), JOptionPane.YES_NO_OPTION)
                == JOptionPane.YES_OPTION;
    }

    private void browseStorage() {
        FileChooserButton.folder(
                form,
                desk.say("window.storage-path.choose"),
                editing.draft().path(SettingKey.STORAGE_PATH),
                chosen -> text(SettingKey.STORAGE_PATH, chosen.toString()));
    }

    // the database

    private void useEmbedded() {
        password.clear();
        editing.change(draft -> draft.withSecret(SettingKey.DB_PASSWORD_FILE, new Secret(""))
                .with(SettingKey.DB_PASSWORD_FILE, "")
                .with(SettingKey.DB_SERVER, "")
                .with(SettingKey.DB_PORT, "")
                .with(SettingKey.DB_INSTANCE, "")
                .with(SettingKey.DB_USER, "")
                .with(SettingKey.DB_URL, ""));
        enableServer();
    }

    /** What stood in the fields before counts again. */
    private void useServer() {
        if (server.getText().isBlank()) {
            text(SettingKey.DB_SERVER, "localhost");
        }
        editing.change(draft -> draft.withSecret(SettingKey.DB_PASSWORD_FILE, new Secret(""))
                .with(SettingKey.DB_SERVER, server.getText())
                .with(SettingKey.DB_PORT, port.getText())
                .with(SettingKey.DB_INSTANCE, instance.getText())
                .with(SettingKey.DB_USER, user.getText())
                .with(SettingKey.DB_URL, ""));
        enableServer();
    }

    private void enableServer() {
        boolean enabled = sqlServer.isSelected();
        row(SettingKey.DB_SERVER).setEnabled(enabled);
        row(SettingKey.DB_NAME).setEnabled(enabled);
        row(SettingKey.DB_USER).setEnabled(enabled);
        row(SettingKey.DB_PASSWORD_FILE).setEnabled(enabled);
        List.of(portLabel, port, instanceLabel, instance, encrypt, trust).forEach(part -> part.setEnabled(enabled));
    }

    private void flag(SettingKey key, boolean chosen, boolean usual) {
        editing.change(key, chosen == usual ? "" : String.valueOf(chosen));
    }

    private void showConnection() {
        DatabaseWatch database = desk.database();
        if (!database.canAsk()) {
            connection.hint();
        } else if (database.isAsking()) {
            connection.waiting(desk.say("window.connection.asking"));
        } else {
            database.found().ifPresent(this::show);
        }
        markChanged();
    }

    /** Here only whether it answers; how its tables are is the next step's. */
    private void show(DatabaseCheckup.Examined found) {
        if (found.trouble().isPresent() && desk.database().isReached()) {
            connection.advice(
                    desk.say(desk.database().isInUse() ? "window.database.in-use" : "window.database.not-yet"));
        } else {
            connection.findings(found.findings().subList(0, 1));
        }
    }

    @Override
    void filled() {
        home.setText(editing.draft().home().toString());
        password.clear();
        boolean server = !editing.value(SettingKey.DB_SERVER).isEmpty()
                || !editing.value(SettingKey.DB_URL).isEmpty();
        sqlServer.setSelected(server);
        embedded.setSelected(!server);
        encrypt.setSelected(!editing.value(SettingKey.DB_ENCRYPT).equals("false"));
        trust.setSelected(editing.value(SettingKey.DB_TRUST_SERVER_CERTIFICATE).equals("true"));
        enableServer();
    }

    @Override
    public void judged() {
        password.saysWhenEmpty(editing.hasSecret(SettingKey.DB_PASSWORD_FILE) ? desk.say("window.password.saved") : "");
        List<String> others = editing.otherFaults();
        if (others.isEmpty()) {
            otherFaults.hint();
        } else {
            otherFaults.fault(
                    desk.say("window.settings-file.faults", editing.draft().file()) + "\n" + String.join("\n", others));
        }
        look(SettingKey.STORAGE_PATH, editing.value(SettingKey.STORAGE_PATH), this::lookAtStorage);
        super.judged();
    }

    private List<Finding> lookAtStorage() {
        return editing.draft()
                .path(SettingKey.STORAGE_PATH)
                .map(new StorageCheck(desk.texts())::look)
                .orElse(List.of());
    }

    @Override
    Mark mark() {
        Mark mark = markOfRows();
        if (Finding.worst(homeFindings) == Finding.Level.FAULT
                || !otherFaults.getText().isEmpty()) {
            mark = mark.with(Mark.FAULTY);
        }
        if (sqlServer.isSelected()
                && server.getText().isBlank()
                && editing.value(SettingKey.DB_URL).isEmpty()) {
            mark = mark.with(Mark.TO_DO);
        }
        return desk.database().isOutOfReach() ? mark.with(Mark.FAULTY) : mark;
    }
}
