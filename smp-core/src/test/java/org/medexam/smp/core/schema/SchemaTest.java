package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

    @TempDir
    Path folder;

    @Test
    void makesEveryTableAndDoesNothingTheSecondTime() throws Exception {
        DatabaseAddress address = DatabaseAddress.embedded(folder.resolve("数据"));
        DataSource database = dataSource(address);

        String first = new Schema(database, address.kind()).migrate();
        String second = new Schema(database, address.kind()).migrate();

        assertThat(first).isEqualTo(second);
        assertThat(tables(database))
                .contains("store_bond", "dossier", "picture", "account", "session", "used_ticket", "audit_entry");
    }

    private static DataSource dataSource(DatabaseAddress address) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        return source;
    }

    private static List<String> tables(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"BASE TABLE"})) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT));
            }
            return names;
        }
    }
}
