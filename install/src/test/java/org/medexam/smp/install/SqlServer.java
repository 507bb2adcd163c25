package org.medexam.smp.install;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A database that is not there yet, on the SQL Server that {@code SMP_TEST_DB_URL}, {@code …_USER} and
 * {@code …_PASSWORD} name.
 */
final class SqlServer {

    private static final Pattern PLACE = Pattern.compile("^jdbc:sqlserver://([^:;\\\\]+)(?::(\\d+))?;");

    private final String url;
    private final String user;
    private final String password;
    private final String name = "SMP_MANUAL_" + UUID.randomUUID().toString().substring(0, 8);

    private SqlServer(String url, String user, String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Skips the test where there is none. */
    static SqlServer needed() {
        String url = System.getenv("SMP_TEST_DB_URL");
        Assumptions.assumeTrue(url != null && !url.isBlank(), "no SMP_TEST_DB_URL");
        return new SqlServer(url, System.getenv("SMP_TEST_DB_USER"), System.getenv("SMP_TEST_DB_PASSWORD"));
    }

    /** The manual's line for {@code localhost}, EP and smp, with this one's, and somebody who types the password. */
    String inPlaceOfLocalhost(String line) {
        Matcher place = PLACE.matcher(url + ";");
        Assumptions.assumeTrue(place.find(), "SMP_TEST_DB_URL names no host");
        String port = place.group(2) == null ? "" : " --set smp.db.port=" + place.group(2);
        return line.replace("smp.db.server=localhost", "smp.db.server=" + place.group(1) + port)
                        .replace("smp.db.name=EP", "smp.db.name=" + name)
                        .replace("smp.db.user=smp", "smp.db.user=" + user)
                + (says("encrypt=false") ? " --set smp.db.encrypt=false" : "")
                + (says("trustservercertificate=true") ? " --set smp.db.trust-server-certificate=true" : "")
                + " <<< '" + password + "'";
    }

    private boolean says(String property) {
        return url.toLowerCase(Locale.ROOT).contains(property);
    }

    /** As if it had been on the machine that broke. */
    void drop() throws SQLException {
        String master = url.replaceFirst("(?i)databaseName=[^;]*", "databaseName=master");
        try (Connection connection = DriverManager.getConnection(master, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("IF DB_ID(N'" + name + "') IS NOT NULL DROP DATABASE [" + name + "]");
        }
    }
}
