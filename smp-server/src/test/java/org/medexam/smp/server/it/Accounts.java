package org.medexam.smp.server.it;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.medexam.smp.core.password.PasswordHash;
import org.medexam.smp.core.schema.AccountTable;
import org.medexam.smp.core.schema.AccountTable.NewAccount;
import org.medexam.smp.core.schema.AccountTable.Role;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;

/** Made-up own accounts, put into the database of a server that has not been started yet. */
final class Accounts {

    private final AccountTable accounts;
    private final PasswordHash password;

    /** @param password of all of them */
    Accounts(SmpServer server, String password) {
        DatabaseAddress database = TestDatabase.fromEnvironment()
                .map(given -> DatabaseAddress.sqlServer(given.url(), given.user(), given.password()))
                .orElseGet(() -> DatabaseAddress.embedded(server.home().resolve("data")));
        new Schema(database).migrate();
        this.accounts = new AccountTable(database);
        this.password = PasswordHash.of(password.toCharArray());
    }

    void addDistrictReviewer(String username, String displayName) throws SQLException {
        add(new NewAccount(username, displayName, Role.DISTRICT, Optional.empty()));
    }

    void addSiteReviewer(String username, String displayName, String site) throws SQLException {
        add(new NewAccount(username, displayName, Role.SITE, Optional.of(site)));
    }

    void addKeeper(String username, String displayName) throws SQLException {
        add(new NewAccount(username, displayName, Role.KEEPER, Optional.empty()));
    }

    private void add(NewAccount account) throws SQLException {
        accounts.put(account, password, Instant.now());
    }
}
