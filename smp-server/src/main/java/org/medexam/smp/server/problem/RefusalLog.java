package org.medexam.smp.server.problem;

import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.refusal.Refusal;

/**
 * One line per error, with its incident id. Our own faults come with where they happened; what a caller did wrong, and
 * a database, disk or machine that cannot just now, without: they come by the thousand. Neither addresses nor names nor
 * bodies are written: they hold personal data. Nor is what others say of a fault: a driver or a parser quotes the
 * values that it stumbled over.
 */
final class RefusalLog {

    private static final Logger LOG = Logger.getLogger("org.medexam.smp.refusal");
    private static final int DEEPEST = 12;

    private RefusalLog() {}

    /** @param reason what was thrown; null where nothing was */
    static void write(Problem problem, Throwable reason) {
        StringBuilder line =
                new StringBuilder(problem.incident() + " " + problem.code().code());
        int depth = 0;
        for (Throwable t = reason; t != null && depth < DEEPEST; t = t.getCause()) {
            line.append(depth++ == 0 ? ": " : ", because of ").append(inOwnWords(t));
            if (problem.status() == 500) {
                where(line, t);
            }
        }
        LOG.log(level(problem.status()), line::toString);
    }

    private static Level level(int status) {
        return status < 500 ? Level.INFO : status == 500 ? Level.SEVERE : Level.WARNING;
    }

    /** Our own messages hold no personal data; of anything else only its kind is told, and a database's number. */
    private static String inOwnWords(Throwable thrown) {
        if (thrown instanceof SQLException sql) {
            return thrown.getClass().getName() + " " + sql.getErrorCode() + "/" + sql.getSQLState();
        }
        return thrown instanceof Refusal || isThrownByUs(thrown)
                ? thrown.getClass().getSimpleName() + " " + thrown.getMessage()
                : thrown.getClass().getName();
    }

    private static boolean isThrownByUs(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return stack.length > 0 && stack[0].getClassName().startsWith("org.medexam.smp.");
    }

    private static void where(StringBuilder line, Throwable thrown) {
        for (StackTraceElement step : thrown.getStackTrace()) {
            line.append(System.lineSeparator()).append("\tat ").append(step);
        }
    }
}
