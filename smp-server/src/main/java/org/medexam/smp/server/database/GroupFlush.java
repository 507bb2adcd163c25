package org.medexam.smp.server.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.medexam.smp.core.schema.DatabaseAddress;

/**
 * The embedded database's commit is written, but lies in the operating system's memory until someone flushes it.
 * Whoever comes while a flush is under way waits for the next one, which then serves all who wait: the disk is
 * asked once per group and not once per upload. On SQL Server a commit is durable by itself and this does nothing.
 */
final class GroupFlush {

    private final DatabaseAddress address;
    private final DataSource database;
    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition ended = mutex.newCondition();
    private long begun;
    private long done;
    private boolean running;

    GroupFlush(DatabaseAddress address, DataSource database) {
        this.address = address;
        this.database = database;
    }

    void run() throws SQLException {
        if (address.flushStatement().isEmpty()) {
            return;
        }
        mutex.lock();
        try {
            // a flush that is already under way may have passed our commit by; the next one has not
            long ours = begun + 1;
            while (done < ours) {
                if (running) {
                    ended.awaitUninterruptibly();
                } else {
                    flushNow();
                }
            }
        } finally {
            mutex.unlock();
        }
    }

    private void flushNow() throws SQLException {
        long number = ++begun;
        running = true;
        mutex.unlock();
        boolean flushed = false;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(address.flushStatement().orElseThrow());
            flushed = true;
        } finally {
            mutex.lock();
            running = false;
            if (flushed) {
                done = number;
            }
            ended.signalAll();
        }
    }
}
