package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RowNumbersTest {

    private static final String ADD = "INSERT INTO account (username, display_name, password_hash, role, disabled,"
            + " failures, created_at) VALUES (N'%s', N'甲', N'x', N'site', 0, 0, '2021-01-15 00:00:00')";

    @TempDir
    Path folder;

    @Test
    void aForgottenNumberIsNotGivenTwice() throws Exception {
        DatabaseAddress address = DatabaseAddress.embedded(folder);
        new Schema(address).migrate();
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ADD.formatted("a"));
            statement.execute("ALTER TABLE account ALTER COLUMN id RESTART WITH 1");
            assertThatThrownBy(() -> statement.execute(ADD.formatted("b"))).isInstanceOf(SQLException.class);
            statement.execute("ALTER TABLE account ALTER COLUMN id RESTART WITH 1");
        }

        new Schema(address).migrate();

        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(ADD.formatted("c"));
            try (ResultSet last = statement.executeQuery("SELECT MAX(id) FROM account")) {
                last.next();
                assertThat(last.getLong(1)).isEqualTo(2);
            }
        }
    }

    @Test
    void theVersionIsKnownAndAnUnknownOneRefused() {
        Schema schema = new Schema(DatabaseAddress.embedded(folder));
        assertThat(schema.version()).isEmpty();

        schema.migrateTo("001");

        assertThat(schema.version()).contains("001");
        assertThatThrownBy(() -> schema.migrateTo("999")).isInstanceOf(SchemaRefused.class);
    }
}
