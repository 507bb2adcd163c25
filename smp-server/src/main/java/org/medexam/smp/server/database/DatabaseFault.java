package org.medexam.smp.server.database;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.stream.Stream;

/** What a fault of the database means: again at once, away for now, or ours. */
final class DatabaseFault {

    /** Deadlock victim, lock time-out, unique index, unique constraint (Microsoft's error numbers). */
    private static final Set<Integer> PASSING_SQL_SERVER = Set.of(1205, 1222, 2601, 2627);

    /** Deadlock, unique index, lock time-out, concurrent update (H2's error numbers). */
    private static final Set<Integer> PASSING_H2 = Set.of(40001, 23505, 50200, 90131);

    /** Closed or closing database, connection broken, file locked, I/O (H2's error numbers). */
    private static final Set<Integer> AWAY_H2 = Set.of(90121, 90067, 90098, 90020, 90028, 90031, 90007, 90030);

    /**
     * SQL Server: session ended or server shutting down, login refused, server paused or being upgraded, database
     * offline, in recovery or changing over to another node, read-only after that, log or disk full or broken.
     */
    private static final Set<Integer> AWAY_SQL_SERVER = Set.of(
            596, 6002, 6005, 18456, 4060, 17142, 18401, 18461, 921, 922, 923, 924, 927, 942, 945, 952, 976, 978, 983,
            3906, 3908, 823, 824, 1101, 1105, 9001, 9002, 40613);

    private DatabaseFault() {}

    /** A race that was lost: the same work may well succeed when done again. */
    static boolean isPassing(Throwable thrown) {
        return sqlIn(thrown)
                .anyMatch(sql -> PASSING_SQL_SERVER.contains(sql.getErrorCode())
                        || PASSING_H2.contains(sql.getErrorCode())
                        || "40001".equals(sql.getSQLState()));
    }

    /** The database did not answer, or not as one that works. */
    static boolean isAway(Throwable thrown) {
        return sqlIn(thrown)
                .anyMatch(sql -> sql instanceof SQLTransientConnectionException
                        || sql instanceof SQLNonTransientConnectionException
                        || sql instanceof SQLRecoverableException
                        || (sql.getSQLState() != null && sql.getSQLState().startsWith("08"))
                        || AWAY_H2.contains(sql.getErrorCode())
                        || AWAY_SQL_SERVER.contains(sql.getErrorCode()));
    }

    private static Stream<SQLException> sqlIn(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(20)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }
}
