package org.medexam.smp.core.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The numbers that the embedded database gives to new rows. A kill may keep a row and forget that its number was
 * given; the next row would get it again and be refused. Each start sets the counts behind the last row.
 */
final class RowNumbers {

    private static final String NUMBERED = "SELECT TABLE_NAME, COLUMN_NAME, IDENTITY_BASE"
            + " FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = 'PUBLIC' AND IS_IDENTITY = 'YES'";

    private RowNumbers() {}

    static void setRight(DataSource embedded) {
        try (Connection connection = embedded.getConnection()) {
            for (Map.Entry<String, Long> count : behind(connection).entrySet()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(count.getKey() + " RESTART WITH " + (count.getValue() + 1));
                }
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException e) {
            throw new SchemaRefused("the numbers of new rows could not be set right", e);
        }
    }

    /** What must be altered, with the last number in use. */
    private static Map<String, Long> behind(Connection connection) throws SQLException {
        Map<String, Long> behind = new LinkedHashMap<>();
        try (PreparedStatement question = connection.prepareStatement(NUMBERED);
                ResultSet column = question.executeQuery()) {
            while (column.next()) {
                long last = last(connection, column.getString(1), column.getString(2));
                if (column.getLong(3) <= last) {
                    behind.put("ALTER TABLE " + column.getString(1) + " ALTER COLUMN " + column.getString(2), last);
                }
            }
        }
        return behind;
    }

    private static long last(Connection connection, String table, String column) throws SQLException {
        try (Statement question = connection.createStatement();
                ResultSet answer = question.executeQuery("SELECT MAX(" + column + ") FROM " + table)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
