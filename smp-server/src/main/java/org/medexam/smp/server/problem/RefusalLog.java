package org.medexam.smp.server.problem;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One line per error, with its incident id. Our own faults come with their stack, what a caller did wrong without.
 * Neither addresses nor names nor bodies are written: they hold personal data.
 */
final class RefusalLog {

    private static final Logger LOG = Logger.getLogger("org.medexam.smp.refusal");

    private RefusalLog() {}

    static void write(Problem problem, Throwable reason) {
        if (problem.status() >= 500) {
            LOG.log(Level.SEVERE, problem.incident() + " " + problem.code().code(), reason);
        } else {
            String why = reason == null ? "" : ": " + reason.getMessage();
            LOG.log(Level.INFO, () -> problem.incident() + " " + problem.code().code() + why);
        }
    }
}
