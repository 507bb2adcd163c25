package org.medexam.smp.server.problem;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.medexam.smp.core.refusal.RefusalCode;

/** Writes a problem to a servlet response, outside JAX-RS. */
final class ProblemWriter {

    private ProblemWriter() {}

    static void write(RefusalCode code, HttpServletResponse response, ServletContext context) throws IOException {
        write(Problem.of(code), null, response, context);
    }

    /** @param reason for the log; may be null */
    static void write(Problem problem, Throwable reason, HttpServletResponse response, ServletContext context)
            throws IOException {
        RefusalLog.write(problem, reason);
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Cache-Control", "no-store");
        problem.retryAfterSeconds().ifPresent(wait -> response.setHeader("Retry-After", String.valueOf(wait)));
        byte[] body = problem.bytes(context);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
