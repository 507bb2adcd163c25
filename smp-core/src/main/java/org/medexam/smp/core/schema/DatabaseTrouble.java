package org.medexam.smp.core.schema;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Why a database does not serve us; the words are the caller's. */
public enum DatabaseTrouble {
    /** The server's name is not known to the network. */
    UNKNOWN_HOST,
    /** Nobody listens there, or nothing comes back. */
    SERVER_UNREACHABLE,
    /** Nobody tells the port of the named instance. */
    INSTANCE_UNKNOWN,
    /** No such login, or another password: the server does not say which. */
    LOGIN_REFUSED,
    /** The server knows no database of that name, or does not let this login into it. */
    NO_SUCH_DATABASE,
    /** The server speaks no TLS that is safe (1.2 or newer). */
    TLS_TOO_OLD,
    /** The server's certificate is not one that this machine trusts, or is made out to another name. */
    CERTIFICATE_NOT_TRUSTED,
    /** The embedded database is open in another program: the running server. */
    IN_USE,
    /** The login may not do that. */
    NOT_ALLOWED,
    /** The database holds another program's tables. */
    FOREIGN,
    /** The schema is that of a newer SMP. */
    NEWER,
    /** The server is older than SQL Server 2008 R2 SP3. */
    SERVER_TOO_OLD,
    /** Something else; the driver's own words say what. */
    OTHER;

    /** What the exception of a driver means. The drivers' words are in the machine's language and are not looked at. */
    static DatabaseTrouble of(SQLException thrown, DatabaseAddress address) {
        return address.kind() == DatabaseAddress.Kind.EMBEDDED ? ofEmbedded(thrown) : ofSqlServer(thrown, address);
    }

    private static DatabaseTrouble ofEmbedded(SQLException thrown) {
        return switch (thrown.getErrorCode()) {
            case 90020, 90095 -> IN_USE;
            case 90146, 90013 -> NO_SUCH_DATABASE;
            default -> OTHER;
        };
    }

    private static DatabaseTrouble ofSqlServer(SQLException thrown, DatabaseAddress address) {
        return switch (thrown.getErrorCode()) {
            case 18456, 18452, 18470, 18486, 18487, 18488 -> LOGIN_REFUSED;
            case 4060, 911, 916 -> NO_SUCH_DATABASE;
            case 229, 230, 262, 300, 1088, 2760, 3701, 5011, 15247 -> NOT_ALLOWED;
            default -> ofDriver(thrown, address);
        };
    }

    private static DatabaseTrouble ofDriver(SQLException thrown, DatabaseAddress address) {
        if (caused(thrown).anyMatch(UnknownHostException.class::isInstance)) {
            return UNKNOWN_HOST;
        }
        if (caused(thrown).anyMatch(DatabaseTrouble::isAboutCertificate)) {
            return CERTIFICATE_NOT_TRUSTED;
        }
        if (caused(thrown).anyMatch(SSLException.class::isInstance)) {
            return TLS_TOO_OLD;
        }
        if (address.asksBrowser() && isNoConnection(thrown)) {
            return INSTANCE_UNKNOWN;
        }
        return isNoConnection(thrown) ? SERVER_UNREACHABLE : OTHER;
    }

    private static boolean isAboutCertificate(Throwable cause) {
        return cause instanceof GeneralSecurityException;
    }

    private static boolean isNoConnection(SQLException thrown) {
        return "08S01".equals(thrown.getSQLState()) || caused(thrown).anyMatch(ConnectException.class::isInstance);
    }

    private static Stream<Throwable> caused(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(12);
    }
}
