package org.medexam.smp.core.rows;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One table.
 *
 * @param name in small letters
 * @param columns all of them, in the table's own order
 * @param numbering the column that the database numbers by itself, if there is one
 */
public record TableShape(String name, List<Column> columns, Optional<Numbering> numbering) {

    /** @param name in small letters */
    public record Column(String name, ValueKind kind) {
        public Column {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param column its name
     * @param next the number that the next new row gets; a number once given is never given again
     */
    public record Numbering(String column, long next) {
        public Numbering {
            column = column.toLowerCase(Locale.ROOT);
        }

        /** What is next behind a row of this number: rows may be newer than what was read of their count. */
        Numbering behind(long number) {
            return number < next ? this : new Numbering(column, number + 1);
        }
    }

    public TableShape {
        name = name.toLowerCase(Locale.ROOT);
        columns = List.copyOf(columns);
    }

    /** @throws IllegalArgumentException when there is no such column */
    public Object value(Row row, String column) {
        int at = columnNames().indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("no column " + column + " in " + name);
        }
        return row.values().get(at);
    }

    List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }
}
