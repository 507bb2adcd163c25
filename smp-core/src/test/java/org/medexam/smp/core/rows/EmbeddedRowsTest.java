package org.medexam.smp.core.rows;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;

class EmbeddedRowsTest extends RowsContract {

    @TempDir
    Path folder;

    private final List<JdbcConnectionPool> pools = new ArrayList<>();

    @Override
    DataSource emptyDatabase() {
        DatabaseAddress address = DatabaseAddress.embedded(folder.resolve("data" + pools.size()));
        JdbcConnectionPool pool = JdbcConnectionPool.create(address.url(), address.user(), address.password());
        pools.add(pool);
        new Schema(pool, address.kind()).migrate();
        return pool;
    }

    @AfterEach
    void close() {
        pools.forEach(JdbcConnectionPool::dispose);
    }
}
