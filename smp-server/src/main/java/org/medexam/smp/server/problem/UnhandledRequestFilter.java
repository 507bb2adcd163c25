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
 * What the container would answer in its own words: addresses outside the context root, which it sends here because
 * nobody else is there, methods that a page does not take, and TRACE, which would echo the caller's credentials.
 */
public class UnhandledRequestFilter extends HttpFilter {

    private static final String OF_PAGES = "GET, HEAD, OPTIONS";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean ours = request.getRequestURI().startsWith(getServletContext().getContextPath() + "/");
        boolean api = request.getServletPath().concat("/").startsWith("/api/");
        if (!ours) {
            ProblemWriter.write(RefusalCode.NOT_FOUND, response, getServletContext());
        } else if (request.getMethod().equals("TRACE") || !api && !isOfPages(request.getMethod())) {
            response.setHeader("Allow", OF_PAGES);
            ProblemWriter.write(RefusalCode.METHOD_NOT_ALLOWED, response, getServletContext());
        } else if (!api && request.getMethod().equals("OPTIONS")) {
            response.setHeader("Allow", OF_PAGES);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOfPages(String method) {
        return READING.contains(method) || method.equals("OPTIONS");
    }
}
