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

/** Refuses plain HTTP, static files included, unless it comes from this machine or the trusted proxy. */
@WebFilter(value = "/*", asyncSupported = true)
public class PlainHttpFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    @Inject
    private transient HttpSettings http;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ConnectionAbort.attach(request);
        if (isPermitted(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** The local port tells plain HTTP from HTTPS; behind a proxy the request's scheme is the public one. */
    private boolean isPermitted(HttpServletRequest request) {
        if (request.getLocalPort() != http.port()) {
            return true;
        }
        return ClientAddress.peer(request).isLoopbackAddress() || http.trusts(ClientAddress.peer(request));
    }
}
