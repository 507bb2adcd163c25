package org.medexam.smp.core.snapshot;

import java.io.IOException;
import java.io.InputStream;
import org.medexam.smp.core.rows.Row;
import org.medexam.smp.core.rows.TableShape;

/** Is told a snapshot's parts as they come; takes what it wants. */
public interface SnapshotParts {

    default void head(SnapshotHead head) throws IOException {}

    /** @param name below SMP_HOME, with {@code /} */
    default void file(String name, InputStream content) throws IOException {}

    default void beginTable(TableShape table) throws IOException {}

    default void row(TableShape table, Row row) throws IOException {}

    default void endTable(TableShape table) throws IOException {}

    default void picture(ListedPicture picture) throws IOException {}
}
