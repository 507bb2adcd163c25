package org.medexam.smp.server.control;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.database.Database;

/** {@code /control/clock}: whether this machine and the database agree on what time it is. */
@Path("v1/control/clock")
@Produces(MediaType.APPLICATION_JSON)
public class ClockResource {

    private final Database database;
    private final Clock clock;

    @Inject
    ClockResource(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param server read before and after the database's, and the middle taken: the way there costs time too */
    record Times(Instant server, Instant database) {}

    @GET
    @Access(CallerKind.CONTROL)
    public Times show() {
        database.ask(); // opening the way is not part of the question
        Instant before = clock.instant();
        Instant there = database.time();
        long half = before.until(clock.instant(), ChronoUnit.MILLIS) / 2;
        return new Times(before.plusMillis(half), there);
    }
}
