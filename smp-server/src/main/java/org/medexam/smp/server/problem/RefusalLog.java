package org.medexam.smp.server.problem;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One line per error, with its incident id. Our own faults come with their stack; what a caller did wrong, and a
 * database, disk or machine that cannot just now, without: they come by the thousand. Neither addresses nor names nor
 * bodies are written: they hold personal data.
 */
final class RefusalLog {

    private static final Logger LOG = Logger.getLogger("org.medexam.smp.refusal");

    private RefusalLog() {}

    static void write(Problem problem, Throwable reason) {
        String line = problem.incident() + " " + problem.code().code();
        if (problem.status() == 500) {
            LOG.log(Level.SEVERE, line, reason);
        } else {
            String why = reason == null ? "" : ": " + reason.getMessage() + root(reason);
            LOG.log(problem.status() > 500 ? Level.WARNING : Level.INFO, () -> line + why);
        }
    }

    /** Only its kind: what a driver or the system says may quote the data. */
    private static String root(Throwable reason) {
        Throwable root = reason;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == reason ? "" : " (" + root.getClass().getSimpleName() + ")";
    }
}
