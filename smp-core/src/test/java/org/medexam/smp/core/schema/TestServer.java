package org.medexam.smp.core.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** The T-SQL server that {@code SMP_TEST_DB_URL} names; databases of these tests are called {@code SMP_SETUP_…}. */
final class TestServer implements AutoCloseable {

    private final DatabaseAddress address;
    private final List<String> made = new ArrayList<>();

    private TestServer(DatabaseAddress address) {
        this.address = address;
    }

    /** Skips the test where there is none. */
    static TestServer needed() {
        Optional<String> url =
                Optional.ofNullable(System.getenv("SMP_TEST_DB_URL")).filter(text -> !text.isBlank());
        Assumptions.assumeTrue(url.isPresent(), "no SMP_TEST_DB_URL");
        return new TestServer(DatabaseAddress.sqlServer(
                url.get(), System.getenv("SMP_TEST_DB_USER"), System.getenv("SMP_TEST_DB_PASSWORD")));
    }

    /** A database that is not there yet. */
    DatabaseAddress newDatabase() {
        String name = "SMP_SETUP_" + UUID.randomUUID().toString().substring(0, 8);
        made.add(name);
        return named(name);
    }

    DatabaseAddress named(String name) {
        String url = address.url().replaceFirst("(?i)databaseName=[^;]*", "databaseName=" + name);
        return new DatabaseAddress(address.kind(), url, address.user(), address.password());
    }

    DatabaseAddress withPassword(String password) {
        return new DatabaseAddress(address.kind(), address.url(), address.user(), password);
    }

    @Override
    public void close() throws SQLException {
        try (Connection master = address.master().connect();
                Statement drop = master.createStatement()) {
            for (String name : made) {
                drop.execute("IF DB_ID(N'" + name + "') IS NOT NULL DROP DATABASE [" + name + "]");
            }
        }
    }
}
