package org.medexam.smp.server.it;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medexam.smp.core.schema.DatabaseAddress;

/** A database that cannot be reached at first, and then can. */
interface DatabaseOutage extends AutoCloseable {

    void end() throws Exception;

    @Override
    void close() throws Exception;

    /** The embedded database's file belongs to another process: this one. */
    static DatabaseOutage heldByAnother(Path home) throws SQLException {
        DatabaseAddress address = DatabaseAddress.embedded(home.resolve("data"));
        Connection holder = DriverManager.getConnection(address.url(), address.user(), address.password());
        return new DatabaseOutage() {
            @Override
            public void end() throws SQLException {
                holder.close();
            }

            @Override
            public void close() throws SQLException {
                holder.close();
            }
        };
    }

    /** The line to a SQL Server is cut. */
    static DatabaseOutage of(Forwarder line) {
        return new DatabaseOutage() {
            @Override
            public void end() throws IOException {
                line.mend();
            }

            @Override
            public void close() {
                line.close();
            }
        };
    }

    /** Leads the server's database address over a line. */
    static Forwarder lead(SmpServer server, TestDatabase database) throws IOException {
        Matcher address =
                Pattern.compile("jdbc:sqlserver://([^:;\\\\]+)(?::(\\d+))?").matcher(database.url());
        if (!address.lookingAt()) {
            throw new IllegalStateException("SMP_TEST_DB_URL must name host and port: " + database.url());
        }
        int port = address.group(2) == null ? 1433 : Integer.parseInt(address.group(2));
        Forwarder line = new Forwarder(new InetSocketAddress(address.group(1), port));
        server.with(
                "smp.db.url",
                "jdbc:sqlserver://127.0.0.1:" + line.port() + database.url().substring(address.end()));
        return line;
    }
}
