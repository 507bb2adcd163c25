package org.medexam.smp.core.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Where the database is and who signs in to it. */
public sealed interface DatabaseSettings {

    /**
     * No {@code smp.db.server}: H2 inside the process.
     *
     * @param folder absolute; {@code SMP_HOME/data}
     * @param name of the database, {@code EP} unless set
     */
    record Embedded(Path folder, String name) implements DatabaseSettings {}

    /**
     * A Microsoft SQL Server.
     *
     * @param port 1433 if neither port nor instance is set
     * @param instance a named instance whose port the SQL Server Browser tells; a port wins over it
     * @param name of the database, {@code EP} unless set
     * @param encrypt whether the line must be encrypted
     * @param trustServerCertificate takes any certificate: for a server with a self-made one, on a line nobody else reads
     */
    record SqlServer(
            String server,
            OptionalInt port,
            Optional<String> instance,
            String name,
            String user,
            Secret password,
            boolean encrypt,
            boolean trustServerCertificate)
            implements DatabaseSettings {}

    /**
     * A SQL Server by its full JDBC address, which wins over server, port and name; for trying and testing.
     *
     * @param url begins with {@code jdbc:sqlserver:}; holds no password
     */
    record SqlServerUrl(String url, String user, Secret password) implements DatabaseSettings {}

    static DatabaseSettings from(SettingValues values) {
        return DatabaseReader.read(values);
    }
}
