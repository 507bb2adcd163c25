package org.medexam.smp.core.schema;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** A change of a large table may take minutes: while the schema changes, silence does not mean that the server died. */
final class NoTimeoutMigration implements Callback {

    private static final int NO_TIMEOUT = 0;

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            context.getConnection().setNetworkTimeout(Runnable::run, NO_TIMEOUT);
        } catch (SQLException e) {
            throw new FlywayException("the database does not let itself be waited for", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "unhurried";
    }
}
