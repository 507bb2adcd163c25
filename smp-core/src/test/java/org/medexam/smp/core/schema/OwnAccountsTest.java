package org.medexam.smp.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.schema.AccountTable.NewAccount;
import org.medexam.smp.core.schema.AccountTable.Role;

class OwnAccountsTest {

    private static final Instant NOW = Instant.parse("2021-01-15T01:30:12Z");

    @TempDir
    Path folder;

    @Test
    void entersAnAccountAndGivesItANewPasswordTheSecondTime() throws Exception {
        DatabaseAddress database = DatabaseAddress.embedded(folder);
        new Schema(database).migrate();
        AccountTable accounts = new AccountTable(database);
        NewAccount site = new NewAccount("kaodian01", "考点审核员", Role.SITE, Optional.of("6215"));
        NewAccount keeper = new NewAccount("zhuanguan", "专管员", Role.KEEPER, Optional.empty());

        accounts.put(site, PasswordHash.of("first password".toCharArray()), NOW);
        accounts.put(keeper, PasswordHash.of("other password".toCharArray()), NOW);
        accounts.put(site, PasswordHash.of("second password".toCharArray()), NOW);

        assertThat(rows(database, "SELECT username, display_name, role, site_code FROM account ORDER BY id"))
                .containsExactly("kaodian01 考点审核员 site 6215", "zhuanguan 专管员 keeper null");
        String hash = rows(database, "SELECT password_hash FROM account WHERE username = 'kaodian01'")
                .get(0);
        assertThat(new PasswordHash(hash).matches("second password".toCharArray()))
                .isTrue();
    }

    private static List<String> rows(DatabaseAddress database, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = database.connect();
                ResultSet found = connection.createStatement().executeQuery(query)) {
            while (found.next()) {
                List<String> columns = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    columns.add(String.valueOf(found.getString(i)));
                }
                rows.add(String.join(" ", columns));
            }
        }
        return rows;
    }
}
