package org.medexam.smp.core.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;

/** On the SQL Server that the environment names: ours to empty and fill. */
@EnabledIfEnvironmentVariable(named = "SMP_TEST_DB_URL", matches = ".+")
class SqlServerRowsTest extends RowsContract {

    @Override
    DataSource emptyDatabase() throws SQLException {
        DatabaseAddress address = DatabaseAddress.sqlServer(
                System.getenv("SMP_TEST_DB_URL"),
                System.getenv("SMP_TEST_DB_USER"),
                System.getenv("SMP_TEST_DB_PASSWORD"));
        DataSource database = address.connections();
        empty(database);
        new Schema(database, address.kind()).migrate();
        return database;
    }

    private static void empty(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            List<String> drops = new ArrayList<>();
            try (ResultSet keys = statement.executeQuery("SELECT 'ALTER TABLE [' + TABLE_NAME + '] DROP CONSTRAINT ['"
                    + " + CONSTRAINT_NAME + ']' FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS"
                    + " WHERE CONSTRAINT_TYPE = 'FOREIGN KEY' AND TABLE_SCHEMA = 'dbo'")) {
                while (keys.next()) {
                    drops.add(keys.getString(1));
                }
            }
            try (ResultSet tables = statement.executeQuery("SELECT 'DROP TABLE [' + TABLE_NAME + ']'"
                    + " FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA = 'dbo'")) {
                while (tables.next()) {
                    drops.add(tables.getString(1));
                }
            }
            for (String drop : drops) {
                statement.execute(drop);
            }
        }
    }
}
