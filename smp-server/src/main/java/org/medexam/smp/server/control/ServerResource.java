package org.medexam.smp.server.control;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.database.Database;

/** {@code /control/server}: the running version, which may be older than the one on disk. */
@Path("v1/control/server")
@Produces(MediaType.APPLICATION_JSON)
public class ServerResource {

    private final Database database;

    @Inject
    ServerResource(Database database) {
        this.database = database;
    }

    /** @param schema version of the database's tables */
    public record Server(String version, String schema) {}

    @GET
    @Access(CallerKind.CONTROL)
    public Server show() {
        return new Server(SmpSettings.class.getPackage().getImplementationVersion(), database.schema());
    }
}
