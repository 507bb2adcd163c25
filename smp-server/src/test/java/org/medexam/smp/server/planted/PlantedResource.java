package org.medexam.smp.server.planted;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.medexam.smp.server.dossier.Dossier;

/** Shows an entity, and does not say who may call it. */
@Path("planted")
public class PlantedResource {

    @GET
    public Dossier show() {
        return null;
    }
}
