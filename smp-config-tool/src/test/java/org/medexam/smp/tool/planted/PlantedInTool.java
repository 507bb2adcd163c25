package org.medexam.smp.tool.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.medexam.smp.server.PlantedServer;

/** One violation of each rule that one class can break. */
final class PlantedInTool {

    private PlantedInTool() {}

    static Object server() {
        return new PlantedServer();
    }

    static Path write(Path file) throws IOException {
        return Files.writeString(file, "");
    }
}
