package org.medexam.smp.server.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.medexam.smp.core.schema.DatabaseAddress;

/** A picture's record as it lies in the database's file, read without any server: from a copy of that file. */
record Row(String id, String keptSha256, String location) {

    /**
     * All of them by their ids.
     *
     * @param data the folder of a database that nobody has open
     * @param copy an empty folder
     */
    static Map<String, Row> in(Path data, Path copy) throws IOException, SQLException {
        Files.createDirectories(copy);
        Path file = copy.resolve("EP.mv.db");
        Files.copy(data.resolve("EP.mv.db"), file);
        DatabaseAddress address = DatabaseAddress.embedded(copy);
        Map<String, Row> rows = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT public_id, kept_sha256, location FROM picture")) {
            while (found.next()) {
                Row row = new Row(found.getString(1), found.getString(2), found.getString(3));
                rows.put(row.id(), row);
            }
        }
        Files.delete(file);
        return rows;
    }
}
