package org.medexam.smp.core.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds out which of the three kinds of database is meant. */
final class DatabaseReader {

    private static final int DEFAULT_PORT = 1433;
    private static final String DEFAULT_NAME = "EP";
    private static final String SQLSERVER = "jdbc:sqlserver://";

    // narrow, since all of them end up in a JDBC address where ; { } would begin another property
    private static final Predicate<String> SERVER =
            Pattern.compile("[A-Za-z0-9._-]{1,255}|[0-9A-Fa-f:.]{2,45}").asMatchPredicate();
    private static final Predicate<String> INSTANCE =
            Pattern.compile("[\\p{L}\\p{N}_$#-]{1,16}").asMatchPredicate();
    private static final Predicate<String> NAME =
            Pattern.compile("[\\p{L}\\p{N}_-]{1,64}").asMatchPredicate();
    private static final Pattern PASSWORD_IN_URL =
            Pattern.compile(";\\s*(password|pwd|keystoresecret|clientkeypassword)\\s*=", Pattern.CASE_INSENSITIVE);

    private DatabaseReader() {}

    static DatabaseSettings read(SettingValues values) {
        if (values.has(SettingKey.DB_URL)) {
            return byUrl(values);
        }
        return values.has(SettingKey.DB_SERVER) ? byServer(values) : embedded(values);
    }

    private static DatabaseSettings byUrl(SettingValues values) {
        String url = values.neededText(
                SettingKey.DB_URL,
                text -> text.toLowerCase(Locale.ROOT).startsWith(SQLSERVER),
                SettingError.NOT_A_SQLSERVER_URL);
        if (PASSWORD_IN_URL.matcher(url).find()) {
            values.fault(SettingKey.DB_URL, SettingError.PASSWORD_IN_URL);
        }
        return new DatabaseSettings.SqlServerUrl(
                url, user(values, SettingKey.DB_URL), password(values, SettingKey.DB_URL));
    }

    private static DatabaseSettings byServer(SettingValues values) {
        Optional<String> instance = values.text(SettingKey.DB_INSTANCE, INSTANCE, SettingError.NOT_AN_INSTANCE);
        OptionalInt port = values.port(SettingKey.DB_PORT);
        return new DatabaseSettings.SqlServer(
                values.neededText(SettingKey.DB_SERVER, SERVER, SettingError.NOT_A_SERVER),
                port.isPresent() || instance.isPresent() ? port : OptionalInt.of(DEFAULT_PORT),
                instance,
                name(values),
                user(values, SettingKey.DB_SERVER),
                password(values, SettingKey.DB_SERVER),
                values.flag(SettingKey.DB_ENCRYPT, true),
                values.flag(SettingKey.DB_TRUST_SERVER_CERTIFICATE, false));
    }

    private static DatabaseSettings embedded(SettingValues values) {
        // whoever names an account meant a server: without this, its pictures' rows would quietly go elsewhere
        for (SettingKey meantForServer :
                List.of(SettingKey.DB_INSTANCE, SettingKey.DB_USER, SettingKey.DB_PASSWORD_FILE)) {
            if (values.has(meantForServer)) {
                values.fault(meantForServer, SettingError.USELESS_WITHOUT, SettingKey.DB_SERVER);
            }
        }
        values.port(SettingKey.DB_PORT);
        values.flag(SettingKey.DB_ENCRYPT, true);
        values.flag(SettingKey.DB_TRUST_SERVER_CERTIFICATE, false);
        return new DatabaseSettings.Embedded(values.home().resolve("data"), name(values));
    }

    private static String name(SettingValues values) {
        return values.text(SettingKey.DB_NAME, NAME, SettingError.NOT_A_DATABASE_NAME)
                .orElse(DEFAULT_NAME);
    }

    private static String user(SettingValues values, SettingKey because) {
        needWith(values, SettingKey.DB_USER, because);
        return values.text(SettingKey.DB_USER, text -> SettingValues.isName(text, 128), SettingError.NOT_A_USER)
                .orElse("");
    }

    private static Secret password(SettingValues values, SettingKey because) {
        needWith(values, SettingKey.DB_PASSWORD_FILE, because);
        return values.secret(SettingKey.DB_PASSWORD_FILE).orElse(new Secret(""));
    }

    private static void needWith(SettingValues values, SettingKey key, SettingKey because) {
        if (!values.has(key)) {
            values.fault(key, SettingError.NEEDED_WITH, because);
        }
    }
}
