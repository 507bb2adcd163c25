package org.medexam.smp.server.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.EnumSet;
import java.util.Set;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Authenticates the caller of every resource method and refuses callers that {@link Access} does not permit. */
@Singleton
@Priority(Priorities.AUTHENTICATION)
public class AccessFilter implements ContainerRequestFilter {

    public static final String SESSION_COOKIE = "smp-session";
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    @Context
    private ResourceInfo method;

    @Context
    private HttpServletRequest servletRequest;

    private final CallerAuthenticator authenticator;
    private final ControlAuthenticator control;
    private final ClientAddress address;
    private final RequestActor actor;

    @Inject
    AccessFilter(
            CallerAuthenticator authenticator,
            ControlAuthenticator control,
            ClientAddress address,
            RequestActor actor) {
        this.authenticator = authenticator;
        this.control = control;
        this.address = address;
        this.actor = actor;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getMethod().equals("OPTIONS")) {
            return; // the answer lists methods and needs no caller
        }
        Access access = method.getResourceMethod().getAnnotation(Access.class);
        if (access == null) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, "the method has no @Access");
        }
        Set<CallerKind> allowed = EnumSet.noneOf(CallerKind.class);
        allowed.addAll(Set.of(access.value()));

        Caller caller = allowed.equals(Set.of(CallerKind.CONTROL))
                ? control.authenticate(servletRequest)
                : callerOf(request, allowed.contains(CallerKind.ANYONE));
        if (!allowed.contains(caller.kind()) && !allowed.contains(CallerKind.ANYONE)) {
            throw Refusal.of(RefusalCode.NOT_ALLOWED, caller.kind() + " may not call this");
        }
        actor.authenticated(caller, address.of(servletRequest));
    }

    private Caller callerOf(ContainerRequestContext request, boolean anyoneAllowed) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (anyoneAllowed) {
            return optionalCaller(authorization);
        }
        if (authorization != null) {
            return authenticator.bearer(authorization);
        }
        Cookie cookie = request.getCookies().get(SESSION_COOKIE);
        if (cookie == null) {
            throw Refusal.of(RefusalCode.TICKET_MISSING, "neither a bearer token nor a session cookie");
        }
        SessionToken token = new SessionToken(cookie.getValue());
        Caller caller = authenticator.session(token);
        if (!SAFE_METHODS.contains(request.getMethod()) && !token.hasCsrf(request.getHeaderString(CSRF_HEADER))) {
            throw Refusal.of(RefusalCode.CSRF_REFUSED, "the CSRF header is missing or wrong");
        }
        return caller;
    }

    /** The bearer's caller; without a valid token the caller is anonymous. */
    private Caller optionalCaller(String authorization) {
        if (authorization == null) {
            return new Caller.Anonymous();
        }
        try {
            return authenticator.bearer(authorization);
        } catch (Refusal refused) {
            return new Caller.Anonymous();
        }
    }
}
