package org.medexam.smp.server.problem;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;

/**
 * Logs one line per error, with its incident id. Only internal errors have a stack trace; errors of callers, database,
 * disk or load occur by the thousand. The log has no addresses, names or bodies, because they are personal data, and no
 * messages of foreign exceptions, because drivers and parsers quote values in them.
 */
final class RefusalLog {

    private static final Logger LOG = Logger.getLogger("org.medexam.smp.refusal");
    private static final int MAX_CAUSES = 12;

    private RefusalLog() {}

    /** @param reason the exception; may be null */
    static void write(Problem problem, Throwable reason) {
        StringBuilder line =
                new StringBuilder(problem.incident() + " " + problem.code().code());
        int depth = 0;
        for (Throwable t = reason; t != null && depth < MAX_CAUSES; t = t.getCause()) {
            line.append(depth++ == 0 ? ": " : ", caused by ").append(safeMessage(t));
            if (problem.status() == 500) {
                appendStackTrace(line, t);
            }
        }
        LOG.log(level(problem.status()), line::toString);
    }

    private static Level level(int status) {
        return status < 500 ? Level.INFO : status == 500 ? Level.SEVERE : Level.WARNING;
    }

    /** SMP's messages hold no personal data. Of other exceptions only the class is logged, with a database's error code. */
    private static String safeMessage(Throwable thrown) {
        if (thrown instanceof SQLException sql) {
            return thrown.getClass().getName() + " " + sql.getErrorCode() + "/" + sql.getSQLState();
        }
        return thrown instanceof Refusal || isThrownBySmp(thrown)
                ? thrown.getClass().getSimpleName() + " " + thrown.getMessage()
                : thrown.getClass().getName();
    }

    private static boolean isThrownBySmp(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("org.medexam.smp.");
    }

    private static void appendStackTrace(StringBuilder line, Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            line.append(System.lineSeparator()).append("\tat ").append(frame);
        }
    }
}
