package org.medexam.smp.core.schema;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * What the exception of a driver means. The server's own errors have numbers; what the driver itself has to say has
 * only words in the machine's language, so that the server is asked a second time, by hand.
 */
final class Diagnosis {

    private static final int PATIENCE_MILLIS = 3000;
    private static final int MAX_CAUSES = 12;

    private final DatabaseAddress address;
    private final SQLException thrown;

    Diagnosis(DatabaseAddress address, SQLException thrown) {
        this.address = address;
        this.thrown = thrown;
    }

    ConnectionFault trouble() {
        return address.kind() == DatabaseAddress.Kind.EMBEDDED ? ofEmbedded() : ofSqlServer();
    }

    private ConnectionFault ofEmbedded() {
        return switch (thrown.getErrorCode()) {
            case 90020 -> ConnectionFault.IN_USE;
            case 90146, 90013 -> ConnectionFault.NO_SUCH_DATABASE;
            default -> ConnectionFault.OTHER;
        };
    }

    private ConnectionFault ofSqlServer() {
        return switch (thrown.getErrorCode()) {
            case 18452, 18456, 18470, 18486, 18487, 18488 -> ConnectionFault.LOGIN_REFUSED;
            case 911, 916, 4060 -> isThere() ? ConnectionFault.NOT_LET_IN : ConnectionFault.NO_SUCH_DATABASE;
            case 229, 230, 262, 300, 1088, 2760, 5011, 15247 -> ConnectionFault.NOT_ALLOWED;
            case 0 -> ofDriver();
            default -> ConnectionFault.OTHER;
        };
    }

    /** Whether the server has a database of that name, whoever is let into it. */
    private boolean isThere() {
        try (Connection master = address.master().connect();
                PreparedStatement question = master.prepareStatement("SELECT name FROM sys.databases WHERE name = ?")) {
            question.setString(1, address.databaseName().orElse(""));
            try (ResultSet row = question.executeQuery()) {
                return row.next();
            }
        } catch (SQLException doesNotSay) {
            return false;
        }
    }

    private ConnectionFault ofDriver() {
        if (causes().anyMatch(GeneralSecurityException.class::isInstance)) {
            return ConnectionFault.CERTIFICATE_NOT_TRUSTED;
        }
        if (causes().anyMatch(SSLException.class::isInstance)) {
            return ConnectionFault.TLS_TOO_OLD;
        }
        Optional<DatabaseAddress.Server> server = address.server();
        if (!"08S01".equals(thrown.getSQLState()) || server.isEmpty()) {
            return ConnectionFault.OTHER;
        }
        return ofServer(server.get());
    }

    private ConnectionFault ofServer(DatabaseAddress.Server server) {
        try {
            InetAddress.getByName(server.host());
        } catch (UnknownHostException unknown) {
            return ConnectionFault.UNKNOWN_HOST;
        }
        if (server.port().isEmpty()) {
            return ConnectionFault.INSTANCE_UNKNOWN;
        }
        try {
            return PreLoginRequest.ask(server.host(), server.port().getAsInt(), PATIENCE_MILLIS)
                    .map(this::ofSpeaking)
                    .orElse(ConnectionFault.NO_SQL_SERVER);
        } catch (IOException nobody) {
            return ConnectionFault.SERVER_UNREACHABLE;
        }
    }

    /** It speaks; so it was the line that did not come about, or broke. */
    private ConnectionFault ofSpeaking(PreLoginRequest prelogin) {
        if (causes().anyMatch(SocketTimeoutException.class::isInstance)) {
            return ConnectionFault.SERVER_UNREACHABLE;
        }
        return prelogin.encrypts() ? ConnectionFault.TLS_TOO_OLD : ConnectionFault.NO_ENCRYPTION;
    }

    private Stream<Throwable> causes() {
        return Stream.iterate((Throwable) thrown, cause -> cause != null, Throwable::getCause)
                .limit(MAX_CAUSES);
    }
}
