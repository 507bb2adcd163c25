package org.medexam.smp.core.planted;

import java.awt.Graphics2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import javax.swing.JLabel;
import org.medexam.smp.imaging.PictureLimits;

/** One violation of each never that one class can break. */
final class PlantedInCore {

    private PlantedInCore() {}

    static JLabel swing() {
        return new JLabel();
    }

    static Instant clock() {
        return Instant.now();
    }

    static boolean jdbc(Connection connection) throws SQLException {
        return connection.isClosed();
    }

    static byte[] file(Path picture) throws IOException {
        return Files.readAllBytes(picture);
    }

    static Path write(Path file) throws IOException {
        return Files.writeString(file, "");
    }

    static PictureLimits imaging() {
        return PictureLimits.DEFAULT;
    }

    static void font(Graphics2D pen) {
        pen.drawString("", 0, 0);
    }
}
