package org.medexam.smp.tool.window;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.medexam.smp.core.settings.Secret;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.tool.ToolMessages;
import org.medexam.smp.tool.setup.Draft;

/** The settings that are being edited, and what is wrong with them so far. Knows nothing of fields. */
final class SettingsEditor {

    private static final List<SettingKey> SECRETS = List.of(SettingKey.DB_PASSWORD_FILE, SettingKey.TLS_PASSWORD_FILE);

    /** Is told what happens to the settings. */
    interface Watcher {

        /** Another draft than the one that was typed: the fields must be filled anew. */
        void loaded();

        /** What is wrong was found out anew. */
        void judged();
    }

    /**
     * What was found out about a draft by looking at files.
     *
     * @param changed whether it differs from what is on the disk
     * @param onDisk whether settings were saved ever
     * @param secrets the passwords that are there, typed or saved
     */
    private record Judgement(List<SettingsFault> faults, boolean changed, boolean onDisk, Set<SettingKey> secrets) {

        static Judgement of(Draft draft) {
            Set<SettingKey> secrets = EnumSet.noneOf(SettingKey.class);
            SECRETS.stream().filter(draft::hasSecret).forEach(secrets::add);
            return new Judgement(
                    draft.faults(), draft.changed(), !Draft.of(draft.home()).isUntouched(), secrets);
        }
    }

    private final ToolMessages texts;
    private final Worker worker;
    private final List<Watcher> watchers = new ArrayList<>();
    private final Set<SettingKey> shown = EnumSet.noneOf(SettingKey.class);
    private Draft opened;
    private Draft draft;
    private int passwordsTyped;
    private Judgement judgement = new Judgement(List.of(), false, false, Set.of());

    SettingsEditor(ToolMessages texts, Worker worker, Draft opened) {
        this.texts = texts;
        this.worker = worker;
        this.opened = proposed(opened);
        this.draft = this.opened;
    }

    /** The manual's own proposals in a home that has no settings yet. */
    private static Draft proposed(Draft opened) {
        return opened.isUntouched()
                ? opened.with(SettingKey.DB_SERVER, "localhost")
                        .with(SettingKey.DB_NAME, "EP")
                        .with(SettingKey.PUBLIC_URL, "")
                : opened;
    }

    void watch(Watcher watcher) {
        watchers.add(watcher);
    }

    Draft draft() {
        return draft;
    }

    String value(SettingKey key) {
        return draft.value(key);
    }

    void change(SettingKey key, String value) {
        change(now -> now.with(key, value));
    }

    void change(UnaryOperator<Draft> change) {
        draft = change.apply(draft);
        judge();
    }

    /** @param password empty: the saved one stays */
    void secret(SettingKey key, char[] password) {
        passwordsTyped++;
        change(now -> now.withSecret(key, new Secret(new String(password))));
    }

    /** Looks at another home; what was not saved is gone. */
    void open(Path home, Consumer<Exception> trouble) {
        worker.ask("open", () -> proposed(Draft.of(home)), this::take, trouble);
    }

    private void take(Draft fresh) {
        opened = fresh;
        draft = fresh;
        watchers.forEach(Watcher::loaded);
        judge();
    }

    /** Writes the settings. */
    void save(Runnable saved, Consumer<Exception> trouble) {
        Draft saving = draft;
        worker.ask(
                "save",
                () -> {
                    saving.save();
                    return Draft.of(saving.home());
                },
                fresh -> {
                    // what was typed while it was written stays, and stays unsaved
                    if (draft == saving) {
                        take(fresh);
                    }
                    saved.run();
                },
                trouble);
    }

    /** Grows with every change of a password: it is not compared itself. */
    int passwordsTyped() {
        return passwordsTyped;
    }

    /** Finds out anew what is wrong: at once, but away from the event dispatch thread, since files are looked at. */
    void judge() {
        Draft judged = draft;
        worker.ask(
                "judge",
                () -> Judgement.of(judged),
                found -> {
                    judgement = found;
                    watchers.forEach(Watcher::judged);
                },
                thrown -> {
                    throw new IllegalStateException(thrown);
                });
    }

    /** Whether somebody changed something that is not on the disk. */
    boolean unsaved() {
        return draft != opened && judgement.changed();
    }

    /** Whether settings were saved in this home ever. */
    boolean onDisk() {
        return judgement.onDisk();
    }

    boolean hasSecret(SettingKey key) {
        return judgement.secrets().contains(key);
    }

    /** What is wrong with a setting, in words that name the window's fields instead of keys. */
    Optional<String> fault(SettingKey key) {
        return judgement.faults().stream()
                .filter(fault -> fault.key().equals(key.key()))
                .map(fault -> inWindowWords(texts.of(fault)))
                .findFirst();
    }

    /** A page tells what is wrong with this setting. */
    void shows(SettingKey key) {
        shown.add(key);
    }

    /** What is wrong with the file and no page tells, each line with its key. */
    List<String> otherFaults() {
        return judgement.faults().stream()
                .filter(fault -> shown.stream().noneMatch(key -> key.key().equals(fault.key())))
                .map(fault -> fault.key() + ": " + texts.of(fault))
                .toList();
    }

    /** With the names of settings as the window calls them. */
    String inWindowWords(String words) {
        String text = words;
        List<SettingKey> longestFirst = Arrays.stream(SettingKey.values())
                .sorted(Comparator.comparingInt((SettingKey key) -> key.key().length())
                        .reversed())
                .toList();
        for (SettingKey key : longestFirst) {
            String label = "window.key." + key.key();
            if (text.contains(key.key()) && texts.words().containsKey(label)) {
                text = text.replace(key.key(), texts.say(label));
            }
        }
        return text;
    }
}
