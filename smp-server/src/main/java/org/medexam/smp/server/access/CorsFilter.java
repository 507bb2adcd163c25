package org.medexam.smp.server.access;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.medexam.smp.core.settings.HttpSettings;

/** Permits cross-origin calls from the configured origins, which are SP's pages. */
@Singleton
@PreMatching
public class CorsFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private final Set<String> origins;

    @Inject
    CorsFilter(HttpSettings http) {
        this.origins = Set.copyOf(http.origins());
    }

    @Override
    public void filter(ContainerRequestContext request) {
        boolean preflight = request.getMethod().equals("OPTIONS")
                && request.getHeaderString("Access-Control-Request-Method") != null;
        if (preflight && isKnown(request)) {
            request.abortWith(Response.noContent()
                    .header("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE")
                    .header("Access-Control-Allow-Headers", "Authorization, Content-Type, If-None-Match")
                    .header("Access-Control-Max-Age", "600")
                    .build());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, "Origin");
        if (isKnown(request)) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", request.getHeaderString("Origin"));
            response.getHeaders().putSingle("Access-Control-Expose-Headers", "ETag, Location, Retry-After");
        }
    }

    private boolean isKnown(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        return origin != null && origins.contains(origin);
    }
}
