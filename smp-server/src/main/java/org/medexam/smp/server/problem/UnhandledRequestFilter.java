package org.medexam.smp.server.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.medexam.smp.core.refusal.RefusalCode;

/**
 * Answers requests that the container would otherwise answer with its own error pages: addresses outside the context
 * root, which this default application receives, methods that a page does not support, and TRACE, which would echo the
 * caller's credentials.
 */
public class UnhandledRequestFilter extends HttpFilter {

    private static final String PAGE_METHODS = "GET, HEAD, OPTIONS";
    private static final Set<String> READ_METHODS = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean inContext =
                request.getRequestURI().startsWith(getServletContext().getContextPath() + "/");
        boolean api = request.getServletPath().concat("/").startsWith("/api/");
        if (!inContext) {
            ProblemWriter.write(RefusalCode.NOT_FOUND, response, getServletContext());
        } else if (request.getMethod().equals("TRACE") || !api && !isPageMethod(request.getMethod())) {
            response.setHeader("Allow", PAGE_METHODS);
            ProblemWriter.write(RefusalCode.METHOD_NOT_ALLOWED, response, getServletContext());
        } else if (!api && request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", PAGE_METHODS);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPageMethod(String method) {
        return READ_METHODS.contains(method) || method.equals("OPTIONS");
    }
}
