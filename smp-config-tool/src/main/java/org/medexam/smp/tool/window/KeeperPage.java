package org.medexam.smp.tool.window;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JOptionPane;
import javax.swing.JTextField;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Keepers;

/** 账号专管员: the first account, by which the reviewers' own accounts are made (notice S0:81). */
final class KeeperPage extends Page {

    private final JTextField name = new JTextField();
    private final FormRow nameRow;
    private final JTextField displayName = new JTextField();
    private final FormRow displayNameRow;
    private final PasswordField password = new PasswordField(typed -> judgeAccount());
    private final FormRow passwordRow;
    private final PasswordField again = new PasswordField(typed -> judgeAccount());
    private final FormRow againRow;
    private final JButton create = button("keeper.create", this::create);
    private final StatusLabel outcome = new StatusLabel("keeper.note", "");
    private List<String> keepers = List.of();

    KeeperPage(PageContext desk) {
        super(desk, "keeper");
        nameRow = new FormRow(desk.texts(), form, "keeper-name", name, "w 260!");
        displayNameRow = new FormRow(desk.texts(), form, "keeper-display-name", displayName, "w 260!");
        passwordRow = new FormRow(desk.texts(), form, "keeper-password", password, "w 260!");
        againRow = new FormRow(desk.texts(), form, "keeper-again", again, "w 260!");
        form.add(create, "newline, skip 1, grow 0, gaptop 4");
        form.add(outcome, "newline, skip 1, growx, wmin 0");
        onTyping(name.getDocument(), this::judgeAccount);
        onTyping(displayName.getDocument(), this::judgeAccount);
        desk.database().watch(this::databaseChanged);
        judgeAccount();
    }

    private void judgeAccount() {
        char[] secret = password.getPassword();
        List<Keepers.Fault> faults = Keepers.faults(
                desk.texts(), name.getText().strip(), displayName.getText().strip(), secret);
        show(nameRow, name, faults, Keepers.Field.NAME);
        show(displayNameRow, displayName, faults, Keepers.Field.DISPLAY_NAME);
        show(passwordRow, password, faults, Keepers.Field.PASSWORD);
        boolean same = Arrays.equals(secret, again.getPassword());
        if (again.getPassword().length > 0 && !same) {
            againRow.fault(desk.say("window.keeper-again.differs"));
        } else {
            againRow.hint();
        }
        Arrays.fill(secret, ' ');
        create.setEnabled(faults.isEmpty()
                && same
                && desk.database().isWhole()
                && !desk.worker().isAsking("keeper.create"));
    }

    /** What was not begun yet is not wrong yet. */
    private static void show(FormRow row, JTextField field, List<Keepers.Fault> faults, Keepers.Field which) {
        Optional<Keepers.Fault> fault =
                faults.stream().filter(one -> one.field() == which).findFirst();
        if (fault.isPresent() && field.getDocument().getLength() > 0) {
            row.fault(fault.get().text());
        } else {
            row.hint();
        }
    }

    private void databaseChanged() {
        judgeAccount();
        if (!desk.database().isWhole()) {
            keepers = List.of();
            if (!desk.database().isAsking()) {
                outcome.advice(
                        desk.say(desk.database().isInUse() ? "window.keeper.in-use" : "window.keeper.no-database"));
            }
            markChanged();
            return;
        }
        Draft draft = editing.draft();
        work(
                "names",
                () -> new Keepers(desk.texts(), draft.database(), desk.clock()).names(),
                names -> {
                    keepers = names;
                    showKeepers();
                },
                this::failed);
    }

    private void showKeepers() {
        if (keepers.isEmpty()) {
            outcome.hint();
        } else {
            outcome.good(desk.say("window.keeper.there", String.join(desk.say("window.comma"), keepers)));
        }
        markChanged();
    }

    private void create() {
        boolean known = keepers.contains(name.getText().strip());
        if (known && !agrees()) {
            return;
        }
        Draft draft = editing.draft();
        String account = name.getText().strip();
        String shownName = displayName.getText().strip();
        char[] secret = password.getPassword();
        outcome.waiting(desk.say("window.keeper.begun"));
        work(
                "create",
                () -> {
                    new Keepers(desk.texts(), draft.database(), desk.clock()).create(account, shownName, secret, known);
                    return account;
                },
                made -> {
                    Arrays.fill(secret, ' ');
                    created(made);
                },
                thrown -> {
                    Arrays.fill(secret, ' ');
                    failed(thrown);
                });
        create.setEnabled(false);
    }

    private boolean agrees() {
        return JOptionPane.showConfirmDialog(
                        form,
                        desk.say("window.keeper.reset", name.getText().strip()),
                        desk.say("window.title"),
                        JOptionPane.YES_NO_OPTION)
                == JOptionPane.YES_OPTION;
    }

    private void created(String account) {
        name.setText("");
        displayName.setText("");
        password.clear();
        again.clear();
        judgeAccount();
        if (!keepers.contains(account)) {
            keepers =
                    Stream.concat(keepers.stream(), Stream.of(account)).sorted().toList();
        }
        outcome.good(desk.say("window.keeper.created", account));
        markChanged();
    }

    private void failed(Exception thrown) {
        if (!(thrown instanceof Failed)) {
            unexpected(thrown);
        }
        outcome.fault(thrown.getMessage());
        judgeAccount();
    }

    @Override
    Mark mark() {
        return keepers.isEmpty() && !desk.database().isInUse() ? Mark.TO_DO : Mark.DONE;
    }

    @Override
    Optional<JButton> mainButton() {
        return Optional.of(create);
    }
}
