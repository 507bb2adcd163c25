package org.medexam.smp.server.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.PathSegment;
import java.util.List;

/**
 * Guards the control addresses before a resource method is matched: a 405, a 415 or an answer to OPTIONS would reveal
 * them.
 */
@Singleton
@PreMatching
@Priority(Priorities.AUTHENTICATION)
public class ControlFilter implements ContainerRequestFilter {

    private static final List<String> PREFIX = List.of("v1", "control");

    @Context
    private HttpServletRequest servletRequest;

    private final ControlAuthenticator control;

    @Inject
    ControlFilter(ControlAuthenticator control) {
        this.control = control;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        List<String> start = request.getUriInfo().getPathSegments().stream()
                .map(PathSegment::getPath)
                .filter(segment -> !segment.isEmpty())
                .limit(PREFIX.size())
                .toList();
        if (start.equals(PREFIX)) {
            control.authenticate(servletRequest);
        }
    }
}
