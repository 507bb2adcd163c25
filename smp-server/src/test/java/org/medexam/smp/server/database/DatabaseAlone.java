package org.medexam.smp.server.database;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.tools.Server;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.DatabaseAddress.Kind;
import org.medexam.smp.core.schema.Schema;
import org.medexam.smp.server.it.Forwarder;
import org.medexam.smp.server.it.TestDatabase;

/** The server's own way to its database, without a server. */
public final class DatabaseAlone implements AutoCloseable {

    private static final Pattern HOST_AND_PORT = Pattern.compile("jdbc:sqlserver://([^:;\\\\]+)(?::(\\d+))?");

    private final DatabaseAddress address;
    private final AutoCloseable below;
    private final Database database;
    private final Transactions transactions;
    private boolean closed;

    private DatabaseAlone(DatabaseAddress address, AutoCloseable below) {
        this.address = address;
        this.below = below;
        this.database = new Database(address);
        this.transactions = new Transactions(database);
    }

    /** The embedded one. */
    public static DatabaseAlone embedded(Path folder) {
        return new DatabaseAlone(DatabaseAddress.embedded(folder), () -> {});
    }

    /**
     * That of {@code SMP_TEST_DB_URL}, emptied, or else the embedded one behind its own network server, and a slow line
     * before it. The tables are there already.
     *
     * @param delay of whatever is said on the line, each way
     */
    public static DatabaseAlone slow(Path folder, Duration delay) throws Exception {
        if (TestDatabase.fromEnvironment().isPresent()) {
            TestDatabase given = TestDatabase.fromEnvironment().orElseThrow();
            given.empty();
            Matcher server = HOST_AND_PORT.matcher(given.url());
            if (!server.lookingAt()) {
                throw new IllegalStateException("SMP_TEST_DB_URL must name host and port: " + given.url());
            }
            int port = server.group(2) == null ? 1433 : Integer.parseInt(server.group(2));
            new Schema(DatabaseAddress.sqlServer(given.url(), given.user(), given.password())).migrate();
            Forwarder line = new Forwarder(new InetSocketAddress(server.group(1), port), delay);
            line.mend();
            String url =
                    "jdbc:sqlserver://127.0.0.1:" + line.port() + given.url().substring(server.end());
            return new DatabaseAlone(DatabaseAddress.sqlServer(url, given.user(), given.password()), line);
        }
        new Schema(DatabaseAddress.embedded(folder)).migrate();
        Server server = Server.createTcpServer("-tcpPort", "0", "-ifNotExists").start();
        Forwarder line = new Forwarder(new InetSocketAddress("127.0.0.1", server.getPort()), delay);
        line.mend();
        DatabaseAddress usual = DatabaseAddress.embedded(folder);
        String url = usual.url().replaceFirst("jdbc:h2:file:", "jdbc:h2:tcp://127.0.0.1:" + line.port() + "/");
        return new DatabaseAlone(new DatabaseAddress(Kind.EMBEDDED, url, usual.user(), usual.password()), () -> {
            line.close();
            server.stop();
        });
    }

    public Database database() {
        return database;
    }

    public Transactions transactions() {
        return transactions;
    }

    /** A connection beside the server's. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Override
    public void close() throws Exception {
        if (!closed) {
            closed = true;
            database.close();
            below.close();
        }
    }
}
