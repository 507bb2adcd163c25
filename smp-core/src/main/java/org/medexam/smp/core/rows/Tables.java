package org.medexam.smp.core.rows;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Our tables, as the database itself describes them: those of a later schema too. */
final class Tables {

    /** The schema's own bookkeeping: a restore makes it anew. */
    private static final String BOOKKEEPING = "schema_version";

    /** What a migration itself puts rows into: no sign that a database was used, and a restore replaces them. */
    private static final Set<String> BEGUN_BY_SCHEMA = Set.of("change_counter");

    private final Connection connection;
    private final DatabaseMetaData described;
    private final Dialect dialect;

    Tables(Connection connection, Dialect dialect) throws SQLException {
        this.connection = connection;
        this.described = connection.getMetaData();
        this.dialect = dialect;
    }

    /** Those that others refer to come first, so that rows can be written in this order. */
    List<TableShape> inOrder() throws SQLException {
        Map<String, Set<String>> parents = new TreeMap<>();
        for (String table : names()) {
            parents.put(table, parentsOf(table));
        }
        List<TableShape> ordered = new ArrayList<>();
        while (!parents.isEmpty()) {
            List<String> free = parents.entrySet().stream()
                    .filter(table -> table.getValue().stream().noneMatch(parents::containsKey))
                    .map(Map.Entry::getKey)
                    .toList();
            if (free.isEmpty()) {
                throw new SQLException("tables refer to one another in a circle: " + parents.keySet());
            }
            for (String table : free) {
                ordered.add(shapeOf(table));
            }
            free.forEach(parents::remove);
        }
        return ordered;
    }

    static boolean begunBySchema(String table) {
        return BEGUN_BY_SCHEMA.contains(table);
    }

    List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet tables = described.getTables(
                connection.getCatalog(), dialect.schema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                String name = tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                if (!name.equals(BOOKKEEPING)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private Set<String> parentsOf(String table) throws SQLException {
        Set<String> parents = new LinkedHashSet<>();
        try (ResultSet keys = described.getImportedKeys(connection.getCatalog(), dialect.schema(), table)) {
            while (keys.next()) {
                parents.add(keys.getString("PKTABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        parents.remove(table); // an older row of the same table
        return parents;
    }

    private TableShape shapeOf(String table) throws SQLException {
        List<TableShape.Column> columns = new ArrayList<>();
        Optional<TableShape.Numbering> numbering = Optional.empty();
        Map<String, Boolean> numbered = new LinkedHashMap<>();
        try (ResultSet described = this.described.getColumns(connection.getCatalog(), dialect.schema(), table, "%")) {
            while (described.next()) {
                String name = described.getString("COLUMN_NAME");
                columns.add(
                        new TableShape.Column(name, ValueKind.of(described.getInt("DATA_TYPE"), table + "." + name)));
                numbered.put(name, "YES".equals(described.getString("IS_AUTOINCREMENT")));
            }
        }
        for (Map.Entry<String, Boolean> column : numbered.entrySet()) {
            if (column.getValue()) {
                numbering = Optional.of(new TableShape.Numbering(column.getKey(), next(table, column.getKey())));
            }
        }
        return new TableShape(table, columns, numbering);
    }

    private long next(String table, String column) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement(dialect.nextNumber())) {
            question.setString(1, table);
            if (dialect == Dialect.H2) {
                question.setString(2, column.toLowerCase(Locale.ROOT));
            }
            try (ResultSet answer = question.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }
}
