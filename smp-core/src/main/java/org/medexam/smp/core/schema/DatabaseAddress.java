package org.medexam.smp.core.schema;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.medexam.smp.core.settings.DatabaseSettings;

/**
 * Where the database is and who asks it.
 *
 * @param kind what speaks there
 * @param url a JDBC URL without credentials
 * @param user the login
 * @param password its password; never printed
 */
public record DatabaseAddress(Kind kind, String url, String user, String password) {

    /** Properties of the SQL Server driver: seconds, milliseconds, milliseconds; and the name that its monitors show. */
    private static final Map<String, String> PATIENCE = new TreeMap<>(
            Map.of("loginTimeout", "3", "socketTimeout", "15000", "lockTimeout", "10000", "applicationName", "SMP"));

    private static final Pattern DATABASE_NAME =
            Pattern.compile("(;\\s*(?:databaseName|database)\\s*=\\s*)(\\{[^}]*\\}|[^;]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SERVER = Pattern.compile(
            "^jdbc:sqlserver://(?<host>[^;:\\\\]*)(\\\\(?<instance>[^;:]*))?(:(?<port>\\d{1,5}))?(;|$)",
            Pattern.CASE_INSENSITIVE);
    private static final int DEFAULT_PORT = 1433;

    /** The databases that SMP runs on. */
    public enum Kind {
        /** H2 in the server's own process, T-SQL mode: one server, no installation. */
        EMBEDDED,
        /** Microsoft SQL Server 2008 R2 or newer. */
        SQL_SERVER
    }

    /**
     * The embedded database. Each commit is written at once ({@code WRITE_DELAY=0}); that it is also on the disk
     * is the work of {@code CHECKPOINT SYNC}, see {@link #flushStatement()}.
     *
     * @param folder where its file lies, e.g. {@code SMP_HOME/data}
     */
    public static DatabaseAddress embedded(Path folder) {
        String file = folder.toAbsolutePath().resolve("EP").toString().replace('\\', '/');
        return new DatabaseAddress(
                Kind.EMBEDDED,
                "jdbc:h2:file:" + file + ";MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                        + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
                "sa",
                "");
    }

    /**
     * A SQL Server. What the address does not say about waiting is added: nobody waits for ever for a login, for a
     * lock, or for an answer from a machine that has gone.
     *
     * @param url {@code jdbc:sqlserver://host:port;databaseName=EP;…}
     */
    public static DatabaseAddress sqlServer(String url, String user, String password) {
        StringBuilder whole = new StringBuilder(url.endsWith(";") ? url.substring(0, url.length() - 1) : url);
        PATIENCE.forEach((property, value) -> {
            if (!Pattern.compile(";\\s*" + property + "\\s*=", Pattern.CASE_INSENSITIVE)
                    .matcher(url)
                    .find()) {
                whole.append(';').append(property).append('=').append(value);
            }
        });
        return new DatabaseAddress(Kind.SQL_SERVER, whole.toString(), user, password);
    }

    /** The address that the settings name. */
    public static DatabaseAddress of(DatabaseSettings settings) {
        if (settings instanceof DatabaseSettings.Embedded embedded) {
            return embedded(embedded.folder());
        }
        if (settings instanceof DatabaseSettings.SqlServerUrl url) {
            return sqlServer(url.url(), url.user(), url.password().reveal());
        }
        DatabaseSettings.SqlServer server = (DatabaseSettings.SqlServer) settings;
        return sqlServer(
                "jdbc:sqlserver://" + place(server) + ";databaseName=" + server.name() + ";encrypt=" + server.encrypt()
                        + ";trustServerCertificate=" + server.trustServerCertificate(),
                server.user(),
                server.password().reveal());
    }

    private static String place(DatabaseSettings.SqlServer server) {
        String instance = server.instance().map(name -> "\\" + name).orElse("");
        if (server.server().indexOf(':') < 0) {
            return server.server()
                    + instance
                    + (server.port().isPresent() ? ":" + server.port().getAsInt() : "");
        }
        // the colons of IPv6 would be taken for that of the port
        return ";serverName="
                + server.server()
                + instance
                + (server.port().isPresent() ? ";portNumber=" + server.port().getAsInt() : "");
    }

    /** The driver's class, for a pool that would otherwise look it up in the wrong class loader. */
    public String driver() {
        return kind == Kind.EMBEDDED ? "org.h2.Driver" : "com.microsoft.sqlserver.jdbc.SQLServerDriver";
    }

    /** What makes committed rows survive a power cut, where a commit alone does not; empty where it does. */
    public Optional<String> flushStatement() {
        return kind == Kind.EMBEDDED ? Optional.of("CHECKPOINT SYNC") : Optional.empty();
    }

    /** The expression for what time it is there, with its offset. */
    public String now() {
        return kind == Kind.EMBEDDED ? "CURRENT_TIMESTAMP" : "SYSDATETIMEOFFSET()";
    }

    /** The database's name as its server knows it; empty where the address leaves it to the login. */
    public Optional<String> databaseName() {
        if (kind == Kind.EMBEDDED) {
            return Optional.of("EP");
        }
        Matcher named = DATABASE_NAME.matcher(url);
        return named.find()
                ? Optional.of(named.group(2).replaceAll("^\\{|\\}$", "").strip())
                : Optional.empty();
    }

    /** Where it is, for people: the server with port or instance, or the embedded database's file. */
    public String where() {
        String place = url.replaceFirst("^jdbc:(sqlserver://|h2:file:)", "");
        return place.startsWith(";") ? property("serverName") : place.replaceFirst(";.*", "");
    }

    /** The same server's own database, where databases are made. */
    DatabaseAddress master() {
        Matcher named = DATABASE_NAME.matcher(url);
        String there = named.find()
                ? named.replaceFirst(Matcher.quoteReplacement(named.group(1) + "master"))
                : url + ";databaseName=master";
        return new DatabaseAddress(kind, there, user, password);
    }

    /** The same, but never makes an embedded database that is not there yet. */
    DatabaseAddress existing() {
        return kind == Kind.EMBEDDED ? new DatabaseAddress(kind, url + ";IFEXISTS=TRUE", user, password) : this;
    }

    /**
     * A SQL Server's place in the network.
     *
     * @param port empty when the SQL Server Browser tells it
     */
    record Server(String host, OptionalInt port) {}

    /** Empty for the embedded database. */
    Optional<Server> server() {
        Matcher parts = SERVER.matcher(url);
        if (!parts.find()) {
            return Optional.empty();
        }
        String host = Optional.ofNullable(property("serverName|server")).orElse(parts.group("host"));
        String instance = Optional.ofNullable(property("instanceName")).orElse(parts.group("instance"));
        String port = Optional.ofNullable(property("portNumber|port")).orElse(parts.group("port"));
        if (port != null) {
            return Optional.of(new Server(host, OptionalInt.of(Integer.parseInt(port))));
        }
        return Optional.of(new Server(host, instance == null ? OptionalInt.of(DEFAULT_PORT) : OptionalInt.empty()));
    }

    private String property(String names) {
        Matcher found = Pattern.compile(";\\s*(?:" + names + ")\\s*=\\s*([^;]*)", Pattern.CASE_INSENSITIVE)
                .matcher(url);
        return found.find() ? found.group(1).strip() : null;
    }

    /** For a program without a pool: a connection of its own for everyone who asks. */
    public DataSource connections() {
        return new DirectConnections(this);
    }

    /** A connection of the caller's own. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    @Override
    public String toString() {
        return "DatabaseAddress[" + kind + " " + url + "]";
    }
}
