package org.medexam.smp.core.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * What lies in a database, and whose it is.
 *
 * @param present names of all tables, in small letters
 * @param ours names of the tables that this program's numbered files make
 * @param version in force; empty when nothing of ours was ever finished there
 * @param programs the version that this program brings
 * @param newer whether a newer SMP was here
 * @param othersHistory whether another program keeps its versions in the table where we keep ours
 * @param pending how many numbered files are still to be carried out
 */
record TableContents(
        Set<String> present,
        Set<String> ours,
        Optional<String> version,
        String programs,
        boolean newer,
        boolean othersHistory,
        int pending) {

    static final String HISTORY = "schema_version";

    private static final Pattern CREATE_TABLE = Pattern.compile("(?im)^\\s*CREATE\\s+TABLE\\s+(\\w+)");
    private static final Pattern DROP_TABLE = Pattern.compile("(?im)^\\s*DROP\\s+TABLE\\s+(\\w+)");

    static TableContents of(Connection connection, Schema schema) throws SQLException {
        MigrationInfoService info = schema.info();
        MigrationInfo[] all = info.all();
        boolean ourBeginning = all.length > 0 && finished(all[0]) && all[0].isChecksumMatching();
        return new TableContents(
                present(connection),
                ours(all),
                ourBeginning ? Optional.of(info.current().getVersion().getVersion()) : Optional.empty(),
                programs(all),
                ourBeginning
                        && Arrays.stream(all)
                                .anyMatch(
                                        one -> finished(one) && !one.getState().isResolved()),
                !ourBeginning && Arrays.stream(all).anyMatch(TableContents::finished),
                info.pending().length);
    }

    private static boolean finished(MigrationInfo one) {
        return one.getState().isApplied() && !one.getState().isFailed();
    }

    /** Tables that no file of ours makes. */
    List<String> foreign() {
        return present.stream()
                .filter(name -> !ours.contains(name) && !name.equals(HISTORY))
                .toList();
    }

    private static Set<String> present(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (PreparedStatement question = connection.prepareStatement(
                        "SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
                                + " AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'");
                ResultSet rows = question.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return names;
    }

    private static String programs(MigrationInfo[] all) {
        return Arrays.stream(all)
                .filter(one -> one.getState().isResolved())
                .reduce((one, next) -> next)
                .map(last -> last.getVersion().getVersion())
                .orElseThrow();
    }

    private static Set<String> ours(MigrationInfo[] all) {
        Set<String> names = new TreeSet<>();
        for (MigrationInfo one : all) {
            if (one.getState().isResolved()) {
                String text = text(one.getScript());
                collect(CREATE_TABLE.matcher(text), names, true);
                collect(DROP_TABLE.matcher(text), names, false);
            }
        }
        return names;
    }

    private static void collect(Matcher tables, Set<String> names, boolean made) {
        while (tables.find()) {
            String name = tables.group(1).toLowerCase(Locale.ROOT);
            boolean changed = made ? names.add(name) : names.remove(name);
            if (!changed) {
                throw new IllegalStateException("made or dropped twice: " + name);
            }
        }
    }

    private static String text(String script) {
        try (InputStream in = Schema.class.getResourceAsStream("/sql/" + script)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
