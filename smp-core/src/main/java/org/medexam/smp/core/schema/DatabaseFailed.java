package org.medexam.smp.core.schema;

import java.sql.SQLException;

/** The database does not do what was asked of it. */
public final class DatabaseFailed extends RuntimeException {

    private final ConnectionFault trouble;
    private final String detail;

    DatabaseFailed(ConnectionFault trouble, String detail) {
        super(trouble + ": " + detail);
        this.trouble = trouble;
        this.detail = detail;
    }

    private DatabaseFailed(ConnectionFault trouble, SQLException thrown) {
        super(trouble + ": " + thrown.getMessage(), thrown);
        this.trouble = trouble;
        this.detail = thrown.getMessage();
    }

    static DatabaseFailed of(SQLException thrown, DatabaseAddress address) {
        return new DatabaseFailed(new Diagnosis(address, thrown).trouble(), thrown);
    }

    public ConnectionFault trouble() {
        return trouble;
    }

    /** Names of tables, a version, or the driver's own words, according to the trouble. */
    public String detail() {
        return detail;
    }
}
