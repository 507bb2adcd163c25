package org.medexam.smp.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

class RefusalLogTest {

    private static final String ID_NUMBER = "620400199001010015";
    private static final Logger LOG = Logger.getLogger("org.medexam.smp.refusal");

    private final List<String> lines = new ArrayList<>();
    private final Handler memory = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOG.addHandler(memory);
    }

    @AfterEach
    void leave() {
        LOG.removeHandler(memory);
    }

    @Test
    void doesNotLogValuesQuotedByADriver() {
        SQLException cause = new SQLException("duplicate key (" + ID_NUMBER + ")", "23000", 2627);
        RefusalLog.write(Problem.of(RefusalCode.INTERNAL_ERROR), foreign(cause));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("SEVERE")
                        .contains("internal-error", "java.sql.SQLException 2627/23000", "\tat ")
                        .doesNotContain(ID_NUMBER));
    }

    @Test
    void doesNotLogValuesQuotedByAParser() {
        RefusalLog.write(Problem.of(RefusalCode.INVALID), foreignNumber());

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("INFO")
                        .contains("java.lang.NumberFormatException")
                        .doesNotContain(ID_NUMBER, "\tat "));
    }

    @Test
    void logsTheReasonOfARefusal() {
        Refusal refusal =
                Refusal.of(RefusalCode.DATABASE_UNAVAILABLE, "no connection", new SQLException("at 10.0.0.1", "08S01"));
        RefusalLog.write(Problem.of(refusal), refusal);

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("WARNING")
                        .contains("database-unavailable", "no connection", "08S01")
                        .doesNotContain("10.0.0.1", "\tat "));
    }

    private static RuntimeException foreign(SQLException cause) {
        RuntimeException wrapped = new RuntimeException("values " + ID_NUMBER, cause);
        wrapped.setStackTrace(foreignNumber().getStackTrace());
        cause.setStackTrace(wrapped.getStackTrace());
        return wrapped;
    }

    /** An exception as a library throws it. */
    private static NumberFormatException foreignNumber() {
        try {
            Integer.parseInt(ID_NUMBER + "0");
        } catch (NumberFormatException e) {
            return e;
        }
        throw new IllegalStateException("that was no int");
    }
}
