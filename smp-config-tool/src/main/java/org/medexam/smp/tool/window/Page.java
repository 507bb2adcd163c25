package org.medexam.smp.tool.window;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.Document;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.setup.Finding;

/**
 * One step of setting up: a form, how it stands, and what is to be done next. A setting's row shows, in this order,
 * what is wrong with it by itself, what a look at the world found, or its hint.
 */
abstract class Page implements SettingsEditor.Watcher {

    /** While letters come faster than this, nobody is asked. */
    static final Duration TYPING = Duration.ofMillis(350);

    final PageContext desk;
    final SettingsEditor editing;
    final JPanel form = new Form();

    private final String name;
    private final JScrollPane view = new JScrollPane(form);
    private final Map<SettingKey, FormRow> rows = new EnumMap<>(SettingKey.class);
    private final Map<SettingKey, List<Finding>> found = new EnumMap<>(SettingKey.class);
    private final Map<SettingKey, Optional<Object>> asked = new EnumMap<>(SettingKey.class);
    private final Map<SettingKey, JTextField> fields = new EnumMap<>(SettingKey.class);
    private final Set<SettingKey> touched = new HashSet<>();
    private final List<Runnable> markWatchers = new ArrayList<>();
    private boolean loading;

    /** @param name of the step; its words are {@code window.page.<name>} and those that begin so */
    Page(PageContext desk, String name) {
        this.desk = desk;
        this.editing = desk.editing();
        this.name = name;
        form.setName("page." + name);
        JLabel heading = Theme.heading(new JLabel(title()), 6);
        heading.setName("page." + name + ".title");
        form.add(heading, "span, wrap, alignx left, gapbottom 0");
        form.add(
                new StatusLabel("page." + name + ".lead", desk.say("window.page." + name + ".lead")),
                "span, growx, wmin 0, wrap, gapbottom 12");
        view.setBorder(BorderFactory.createEmptyBorder());
        view.getVerticalScrollBar().setUnitIncrement(Form.LINE);
        view.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    }

    final String name() {
        return name;
    }

    final String title() {
        return desk.say("window.page." + name);
    }

    final JComponent view() {
        return view;
    }

    /** How the step stands. */
    abstract Mark mark();

    /** What to do here, one sentence, while it is not done. */
    String next() {
        return desk.say("window.page." + name + ".next");
    }

    /** The button that Enter presses; the window's own, when empty. */
    Optional<JButton> mainButton() {
        return Optional.empty();
    }

    /** The page came to the front. */
    void shown() {}

    /** The settings that have their fields here. */
    final Set<SettingKey> keys() {
        return rows.keySet();
    }

    void watchMark(Runnable watcher) {
        markWatchers.add(watcher);
    }

    final void markChanged() {
        markWatchers.forEach(Runnable::run);
    }

    // rows

    /** A field for a setting, over the whole width. */
    final JTextField field(SettingKey key, String rowName, JComponent... beside) {
        JTextField field = bound(key);
        row(key, FormRow.wide(desk.texts(), form, rowName, field, beside));
        return field;
    }

    /** A short field for a setting. */
    final JTextField shortField(SettingKey key, String rowName, JComponent... beside) {
        JTextField field = bound(key);
        row(key, new FormRow(desk.texts(), form, rowName, field, "w 180!", beside));
        return field;
    }

    /** A field that shows and changes a setting; the caller gives it a row. */
    final JTextField bound(SettingKey key) {
        JTextField field = new JTextField();
        fields.put(key, field);
        onTyping(field.getDocument(), () -> {
            if (!loading) {
                touched.add(key);
                editing.change(key, field.getText());
            }
        });
        return field;
    }

    /** A field for a password; the caller gives it a row. */
    final PasswordField password(SettingKey key) {
        return new PasswordField(typed -> {
            touched.add(key);
            editing.secret(key, typed);
        });
    }

    /** Lets a row tell what is wrong with a setting whose field is none of text. */
    final void row(SettingKey key, FormRow row) {
        rows.put(key, row);
        editing.shows(key);
    }

    final FormRow row(SettingKey key) {
        return rows.get(key);
    }

    /** As if it was typed. */
    final void text(SettingKey key, String text) {
        fields.get(key).setText(text);
    }

    static void onTyping(Document document, Runnable typed) {
        document.addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent event) {
                typed.run();
            }

            @Override
            public void removeUpdate(DocumentEvent event) {
                typed.run();
            }

            @Override
            public void changedUpdate(DocumentEvent event) {
                // attributes; plain text has none
            }
        });
    }

    /** Gives a button or a choice its name and its words. */
    final <B extends AbstractButton> B named(B button, String buttonName) {
        button.setName(buttonName);
        button.setOpaque(false);
        Caption.of(desk.say("window." + buttonName)).on(button);
        return button;
    }

    final JButton button(String buttonName, Runnable pressed) {
        JButton button = named(new JButton(), buttonName);
        button.addActionListener(press -> pressed.run());
        return button;
    }

    /** What counts while the field is empty. */
    static void usual(JTextField field, String value) {
        field.putClientProperty("JTextField.placeholderText", value);
    }

    /** A label for a field that stands beside another; the words are {@code window.<name>}. */
    final JLabel labelFor(JTextField field, String fieldName, int columns) {
        field.setName(fieldName);
        field.setColumns(columns);
        JLabel label = new JLabel();
        label.setName(fieldName + ".label");
        Caption.of(desk.say("window." + fieldName)).on(label);
        label.setLabelFor(field);
        return label;
    }

    /** A heading within the page. */
    final void section(String sectionName) {
        JLabel heading = Theme.heading(new JLabel(desk.say("window." + sectionName)), 1);
        heading.setName(sectionName);
        form.add(heading, "newline, span, alignx left, gaptop 10, gapbottom 2");
    }

    // what is wrong

    /** What a look at the world found about a setting. */
    final void found(SettingKey key, List<Finding> findings) {
        found.put(
                key,
                findings.stream()
                        .map(finding -> new Finding(
                                finding.level(),
                                finding.subject(),
                                editing.inWindowWords(finding.text()),
                                editing.inWindowWords(finding.remedy())))
                        .toList());
        show(key);
        foundChanged(key);
        markChanged();
    }

    final List<Finding> foundOf(SettingKey key) {
        return found.getOrDefault(key, List.of());
    }

    /** Something else was found about a setting. */
    void foundChanged(SettingKey key) {}

    /**
     * Looks when the setting's value stands still and is not wrong by itself; once for the same question.
     *
     * @param about all that the answer hangs on
     */
    final void look(SettingKey key, Object about, Callable<List<Finding>> check) {
        boolean canAsk = !editing.value(key).isEmpty() && editing.fault(key).isEmpty();
        Optional<Object> question = canAsk ? Optional.of(List.of(editing.draft().home(), about)) : Optional.empty();
        if (question.equals(asked.put(key, question))) {
            return;
        }
        found(key, List.of());
        if (canAsk) {
            desk.worker().askAfter(TYPING, question(key), check, findings -> found(key, findings), this::unexpected);
        } else {
            desk.worker().forget(question(key));
        }
    }

    private String question(SettingKey key) {
        return name + "." + key.key();
    }

    /** The world may have changed since the page was seen last. */
    final void lookAgain() {
        asked.clear();
        judged();
    }

    /** A fault of ours: to the window's own handler, which tells it and goes on. */
    final void unexpected(Exception thrown) {
        throw new IllegalStateException(thrown);
    }

    private void show(SettingKey key) {
        FormRow row = rows.get(key);
        List<SettingKey> together =
                rows.keySet().stream().filter(other -> rows.get(other) == row).toList();
        List<SettingKey> faulty = together.stream().filter(this::showsFault).toList();
        List<Finding> seen =
                together.stream().flatMap(other -> foundOf(other).stream()).toList();
        if (!faulty.isEmpty()) {
            row.fault(editing.fault(faulty.get(0)).orElseThrow());
        } else if (Finding.worst(seen) != Finding.Level.FAULT
                && together.stream().anyMatch(other -> editing.fault(other).isPresent())) {
            row.hint();
        } else {
            row.findings(seen);
        }
        if (together.size() > 1) {
            together.forEach(other -> Theme.outline(fields.get(other), faulty.contains(other)));
        }
    }

    /** What is missing is no fault before somebody was at the field. */
    private boolean showsFault(SettingKey key) {
        return editing.fault(key).isPresent() && (!isMissing(key) || touched.contains(key));
    }

    /** Whether a needed setting has no value yet: to be done rather than wrong. */
    boolean isMissing(SettingKey key) {
        return editing.value(key).isEmpty();
    }

    /** How a setting stands by itself and by what was found. */
    final Mark markOf(SettingKey key) {
        if (editing.fault(key).isPresent()) {
            return isMissing(key) ? Mark.TO_DO : Mark.FAULTY;
        }
        return Finding.worst(foundOf(key)) == Finding.Level.FAULT ? Mark.FAULTY : Mark.DONE;
    }

    final Mark markOfRows() {
        return keys().stream().map(this::markOf).reduce(editing.onDisk() ? Mark.DONE : Mark.TO_DO, Mark::with);
    }

    /** Something is typed that cannot be saved. */
    boolean isWrong(SettingKey key) {
        return editing.fault(key).isPresent() && !isMissing(key);
    }

    @Override
    public void loaded() {
        loading = true;
        touched.clear();
        found.clear();
        asked.clear();
        fields.forEach((key, field) -> field.setText(editing.value(key)));
        filled();
        loading = false;
    }

    /** The fields that are none of text are filled from the settings. */
    void filled() {}

    final boolean isLoading() {
        return loading;
    }

    @Override
    public void judged() {
        keys().forEach(this::show);
        markChanged();
    }

    // work

    /** Asks away from the event dispatch thread; the page is told of the end either way. */
    final <T> void work(String question, Callable<T> work, Consumer<T> answer, Consumer<Exception> trouble) {
        desk.worker().ask(name + "." + question, work, answer, trouble);
    }

    static Optional<Path> pathOf(String text) {
        try {
            return text.isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(text.strip()).toAbsolutePath().normalize());
        } catch (InvalidPathException notAPath) {
            return Optional.empty();
        }
    }
}
