package org.medexam.smp.tool.setup;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.medexam.smp.core.password.PasswordFault;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.password.PasswordRules;
import org.medexam.smp.core.schema.AccountTable;
import org.medexam.smp.core.schema.AccountTable.NewAccount;
import org.medexam.smp.core.schema.AccountTable.Role;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseFailed;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

/** Account keepers, 专管员: the first one has nobody to be made by. */
public final class Keepers {

    private static final int MAX_NAME = 40;
    private static final int MAX_DISPLAY_NAME = 80;

    private final ToolMessages texts;
    private final DatabaseAddress database;
    private final InstantSource clock;

    public Keepers(ToolMessages texts, DatabaseAddress database, InstantSource clock) {
        this.texts = texts;
        this.database = database;
        this.clock = clock;
    }

    /** What is asked of a person about an account. */
    public enum Field {
        NAME,
        DISPLAY_NAME,
        PASSWORD
    }

    /** What is wrong with one of them, in words. */
    public record Fault(Field field, String text) {}

    /** What is wrong with a new account, in words; empty when it will do. Quick. */
    public static List<Fault> faults(ToolMessages texts, String name, String displayName, char[] password) {
        List<Fault> faults = new ArrayList<>();
        if (!isName(name, MAX_NAME)) {
            faults.add(new Fault(Field.NAME, texts.say("keeper.name", MAX_NAME)));
        }
        if (!isName(displayName, MAX_DISPLAY_NAME)) {
            faults.add(new Fault(Field.DISPLAY_NAME, texts.say("keeper.display-name", MAX_DISPLAY_NAME)));
        }
        for (PasswordFault fault : PasswordRules.faults(name, password)) {
            String words = texts.say(
                    "keeper.password." + fault.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    fault == PasswordFault.TOO_LONG ? PasswordRules.MAX_LENGTH : PasswordRules.MIN_LENGTH,
                    PasswordRules.MIN_DIFFERENT);
            faults.add(new Fault(Field.PASSWORD, words));
        }
        return List.copyOf(faults);
    }

    /** The names of the keepers that may sign in. */
    public List<String> names() {
        try {
            return new AccountTable(database).names(Role.KEEPER);
        } catch (DatabaseFailed failed) {
            throw DatabaseMessages.failed(texts, database, failed);
        }
    }

    private static boolean isName(String text, int longest) {
        return !text.isBlank()
                && text.equals(text.strip())
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    /** Whether there is a keeper of that name already, whose password {@link #create} would only set with {@code reset}. */
    public boolean exists(String name) {
        return role(name).isPresent();
    }

    /**
     * Enters a keeper's account.
     *
     * @param reset whether a keeper of that name gets the new password, and may sign in again
     * @throws Failed when the name is taken, the password will not do or the database does not serve us
     */
    public void create(String name, String displayName, char[] password, boolean reset) {
        List<Fault> faults = faults(texts, name, displayName, password);
        if (!faults.isEmpty()) {
            throw new Failed(faults.stream().map(Fault::text).collect(Collectors.joining("\n")));
        }
        Optional<Role> before = role(name);
        if (before.isPresent() && before.get() != Role.KEEPER) {
            throw new Failed(texts.say("keeper.is-reviewer", name));
        }
        if (before.isPresent() && !reset) {
            throw new Failed(texts.say("keeper.taken", name));
        }
        put(new NewAccount(name, displayName, Role.KEEPER, Optional.empty()), password);
    }

    private void put(NewAccount account, char[] password) {
        try {
            new AccountTable(database).put(account, PasswordHash.of(password), clock.instant());
        } catch (SQLException refused) {
            throw new Failed(texts.say("keeper.not-entered", refused.getMessage()));
        }
    }

    private Optional<Role> role(String name) {
        try {
            return new AccountTable(database).role(name);
        } catch (DatabaseFailed failed) {
            throw DatabaseMessages.failed(texts, database, failed);
        }
    }
}
