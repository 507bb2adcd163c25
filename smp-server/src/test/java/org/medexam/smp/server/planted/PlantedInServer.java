package org.medexam.smp.server.planted;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.core.Response;
import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medexam.smp.core.settings.SmpSettings;

/** One violation of each never that a class which is no resource can break. */
final class PlantedInServer {

    private PlantedInServer() {}

    static Object resource() {
        return new PlantedResource();
    }

    static Response jaxRs() {
        return Response.ok().build();
    }

    static byte[] file(Path picture) throws IOException {
        return Files.readAllBytes(picture);
    }

    static void entityManager(EntityManager entityManager) {
        entityManager.clear();
    }

    static SmpSettings settings(Path file) {
        return SmpSettings.read(file);
    }

    static void font(Graphics2D pen) {
        pen.drawString("", 0, 0);
    }
}
