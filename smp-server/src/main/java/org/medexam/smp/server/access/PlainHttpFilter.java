package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.medexam.smp.core.settings.HttpSettings;

/** Plain http is for this machine and for the trusted proxy alone, files included. */
@WebFilter(value = "/*", asyncSupported = true)
public class PlainHttpFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient HttpSettings http;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws IOException, ServletException {
        ConnectionAbort.note(request);
        if (mayCome(request)) {
            rest.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
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
