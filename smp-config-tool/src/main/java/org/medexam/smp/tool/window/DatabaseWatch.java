package org.medexam.smp.tool.window;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.schema.ConnectionFault;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.setup.DatabaseCheckup;
import org.medexam.smp.tool.setup.DatabaseCheckup.Examined;
import org.medexam.smp.tool.setup.Draft;

/** Asks the database that the settings name how it is, whenever they name another one. Knows nothing of fields. */
final class DatabaseWatch implements SettingsEditor.Watcher {

    private static final String QUESTION = "database";
    private static final Duration TYPING = Duration.ofMillis(600);

    private static final List<SettingKey> ADDRESS = List.of(
            SettingKey.DB_SERVER,
            SettingKey.DB_PORT,
            SettingKey.DB_INSTANCE,
            SettingKey.DB_NAME,
            SettingKey.DB_USER,
            SettingKey.DB_PASSWORD_FILE,
            SettingKey.DB_ENCRYPT,
            SettingKey.DB_TRUST_SERVER_CERTIFICATE,
            SettingKey.DB_URL);

    private final DatabaseCheckup checkup;
    private final SettingsEditor editing;
    private final Worker worker;
    private final List<Runnable> watchers = new ArrayList<>();
    private Optional<Draft> asked = Optional.empty();
    private int passwordsAsked;
    private Optional<Examined> found = Optional.empty();

    DatabaseWatch(DatabaseCheckup checkup, SettingsEditor editing, Worker worker) {
        this.checkup = checkup;
        this.editing = editing;
        this.worker = worker;
        editing.watch(this);
    }

    /** @param watcher is told when an answer came, and when one is awaited */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** What the last answer was; empty while none has come. */
    Optional<Examined> found() {
        return found;
    }

    boolean isAsking() {
        return worker.isAsking(QUESTION);
    }

    /** Whether there is enough to ask: nothing of the address is wrong or missing. */
    boolean canAsk() {
        return ADDRESS.stream().allMatch(key -> editing.fault(key).isEmpty());
    }

    @Override
    public void loaded() {
        asked = Optional.empty();
    }

    @Override
    public void judged() {
        if (asked.filter(earlier -> sameAddress(earlier, editing.draft())).isEmpty()) {
            found = Optional.empty();
            ask(TYPING);
        }
    }

    private boolean sameAddress(Draft one, Draft other) {
        return one.home().equals(other.home())
                && ADDRESS.stream().allMatch(key -> one.value(key).equals(other.value(key)))
                && passwordsAsked == editing.passwordsTyped();
    }

    /** Asks now. */
    void ask() {
        ask(Duration.ZERO);
    }

    private void ask(Duration pause) {
        Draft draft = editing.draft();
        asked = Optional.of(draft);
        passwordsAsked = editing.passwordsTyped();
        if (!canAsk()) {
            worker.forget(QUESTION);
        } else {
            worker.askAfter(
                    pause,
                    QUESTION,
                    () -> checkup.examine(draft.database()),
                    answer -> {
                        found = Optional.of(answer);
                        tell();
                    },
                    thrown -> {
                        throw new IllegalStateException(thrown);
                    });
        }
        tell();
    }

    /** Whether something answers there, with or without SMP's tables; false while no answer has come. */
    boolean isReached() {
        return found.filter(answer -> answer.trouble().isEmpty()
                        || answer.trouble().get() == ConnectionFault.NO_SUCH_DATABASE
                        || isInUse())
                .isPresent();
    }

    /** Whether the answer was that nobody of use is there. */
    boolean isOutOfReach() {
        return found.isPresent() && !isReached();
    }

    /** Whether the server has the embedded database open: then it is well, and not ours to look into. */
    boolean isInUse() {
        return found.flatMap(Examined::trouble)
                .filter(ConnectionFault.IN_USE::equals)
                .isPresent();
    }

    /** Whether all tables are there, of this program's version. */
    boolean isWhole() {
        return found.flatMap(Examined::report)
                .filter(figures ->
                        figures.schema().filter(figures.programs()::equals).isPresent())
                .isPresent();
    }

    private void tell() {
        watchers.forEach(Runnable::run);
    }
}
