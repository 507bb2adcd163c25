package org.medexam.smp.server.login;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.AccessFilter;
import org.medexam.smp.server.access.Actor;
import org.medexam.smp.server.access.Caller;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.access.Session;
import org.medexam.smp.server.access.SessionToken;
import org.medexam.smp.server.access.Sessions;

/** {@code /session}: opens, shows and closes a session. */
@Path("v1/session")
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {

    private static final String COOKIE_PATH_SUFFIX = "/";

    private final LogInWithTicket logInWithTicket;
    private final LogInWithPassword logInWithPassword;
    private final Sessions sessions;
    private final Actor actor;
    private final HttpSettings http;
    private final ZoneId zone;

    @Inject
    SessionResource(
            LogInWithTicket logInWithTicket,
            LogInWithPassword logInWithPassword,
            Sessions sessions,
            Actor actor,
            HttpSettings http,
            DistrictSettings district) {
        this.logInWithTicket = logInWithTicket;
        this.logInWithPassword = logInWithPassword;
        this.sessions = sessions;
        this.actor = actor;
        this.http = http;
        this.zone = district.zone();
    }

    @POST
    @Access(CallerKind.ANYONE)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Response logIn(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            LoginRequest login,
            @Context HttpServletRequest request) {
        SessionToken token;
        if (authorization != null) {
            token = logInWithTicket.logIn(authorization, actor);
        } else if (login == null) {
            throw Refusal.of(RefusalCode.TICKET_MISSING, "neither a ticket nor a password");
        } else {
            token = logInWithPassword.logIn(login, actor);
        }
        return Response.status(Response.Status.CREATED)
                .cookie(cookie(token.value(), request).build())
                .entity(view(token))
                .build();
    }

    @GET
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.ACCOUNT_KEEPER})
    public SessionView show(@CookieParam(AccessFilter.SESSION_COOKIE) String cookie) {
        return view(tokenIn(cookie));
    }

    @DELETE
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.ACCOUNT_KEEPER})
    public Response logOut(
            @CookieParam(AccessFilter.SESSION_COOKIE) String cookie, @Context HttpServletRequest request) {
        sessions.close(tokenIn(cookie));
        return Response.noContent()
                .cookie(cookie("", request).maxAge(0).build())
                .build();
    }

    private static SessionToken tokenIn(String cookie) {
        if (cookie == null) {
            throw Refusal.of(RefusalCode.TICKET_MISSING, "no session cookie");
        }
        return new SessionToken(cookie);
    }

    private SessionView view(SessionToken token) {
        Session session = sessions.find(token)
                .orElseThrow(() -> Refusal.of(RefusalCode.SESSION_EXPIRED, "the session is unknown or has expired"));
        Caller caller = session.caller();
        return new SessionView(
                SessionView.Who.of(caller),
                token.csrf(),
                session.expiresAt().atZone(zone).toOffsetDateTime());
    }

    /** {@code Secure} depends on the server's public URL and never on the request. */
    private NewCookie.Builder cookie(String value, HttpServletRequest request) {
        return new NewCookie.Builder(AccessFilter.SESSION_COOKIE)
                .value(value)
                .path(request.getContextPath() + COOKIE_PATH_SUFFIX)
                .httpOnly(true)
                .secure(http.secure())
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
