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

/** {@code /control/clock}: the clocks of this machine and of the database. */
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

    /** @param server middle of the time before and after the query, so that the query's duration cancels out */
    record Times(Instant server, Instant database) {}

    @GET
    @Access(CallerKind.CONTROL)
    public Times show() {
        database.ask(); // opens the connection, so that its duration is not measured
        Instant before = clock.instant();
        Instant databaseTime = database.time();
        long half = before.until(clock.instant(), ChronoUnit.MILLIS) / 2;
        return new Times(before.plusMillis(half), databaseTime);
    }
}
