package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.medexam.smp.core.settings.HttpSettings;

/**
 * Before everything else, files included: plain http is for this machine and for the trusted proxy alone, and a method
 * that nothing here has is refused.
 */
@WebFilter("/*")
public class FrontDoor extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");

    @Inject
    private transient HttpSettings http;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (!mayCome(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            rest.doFilter(request, response);
        }
    }

    /** The listener's port tells how somebody came; the scheme is the public one. */
    private boolean mayCome(HttpServletRequest request) {
        if (request.getLocalPort() != http.port()) {
            return true;
        }
        return ClientAddress.peer(request).isLoopbackAddress() || http.trusts(ClientAddress.peer(request));
    }
}
