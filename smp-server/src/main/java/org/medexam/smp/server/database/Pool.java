package org.medexam.smp.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.schema.DatabaseAddress;

/**
 * Connections, or a {@link Refusal} where there are none. An unchecked one, because the persistence provider would
 * answer an {@link SQLException} by trying again and sleeping in between, while a caller waits.
 */
final class Pool extends HikariDataSource {

    /** Less than the six seconds within which even the caller who finds out is answered. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    private static final Duration COME_BACK_IN = Duration.ofSeconds(5);
    private static final int CONNECTIONS = 24;

    private final CircuitBreaker breaker;

    Pool(DatabaseAddress address, CircuitBreaker breaker) {
        super(config(address, breaker));
        this.breaker = breaker;
    }

    private static HikariConfig config(DatabaseAddress address, CircuitBreaker breaker) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("smp");
        config.setDriverClassName(address.driver());
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        config.setValidationTimeout(2_000);
        config.setInitializationFailTimeout(-1); // a database that is away must not stop the start
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED"); // whatever the server's own default is
        config.setExceptionOverride(new SQLExceptionOverride() {
            @java.lang.Override
            public Override adjudicate(SQLException fault) {
                if (DatabaseFault.isAway(fault)) {
                    breaker.recordFailure();
                }
                return Override.CONTINUE_EVICT;
            }
        });
        return config;
    }

    /** @throws Refusal {@code DATABASE_UNAVAILABLE}; {@code OVERLOADED} when all connections are in use for too long */
    @Override
    public Connection getConnection() {
        switch (breaker.acquire()) {
            case OPEN -> throw unavailable("it did not answer a moment ago", null);
            case HALF_OPEN ->
                Optional.ofNullable(getHikariPoolMXBean()).ifPresent(HikariPoolMXBean::softEvictConnections);
            case CLOSED -> {}
        }
        try {
            Connection connection = super.getConnection();
            breaker.recordSuccess();
            return connection;
        } catch (SQLException e) {
            if (e.getCause() == null) {
                throw Refusal.of(RefusalCode.OVERLOADED, "every connection is in use", e)
                        .retryAfter(COME_BACK_IN);
            }
            breaker.trip();
            throw unavailable("no connection", e);
        }
    }

    static Refusal unavailable(String reason, Throwable cause) {
        return Refusal.of(RefusalCode.DATABASE_UNAVAILABLE, reason, cause).retryAfter(COME_BACK_IN);
    }
}
