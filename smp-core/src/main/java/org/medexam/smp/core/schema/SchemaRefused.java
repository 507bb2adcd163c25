package org.medexam.smp.core.schema;

/** The database answers, but its tables are not, and cannot be made, those of this program. */
public final class SchemaRefused extends RuntimeException {

    SchemaRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
