package org.medexam.smp.server.database;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Set;

/** No change is answered as done before it survives a power cut. */
@Singleton
public class DurableAnswers implements ContainerResponseFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final int FIRST_ERROR = 400;

    private final Database database;

    @Inject
    DurableAnswers(Database database) {
        this.database = database;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (CHANGING.contains(request.getMethod()) && response.getStatus() < FIRST_ERROR) {
            database.flush();
        }
    }
}
