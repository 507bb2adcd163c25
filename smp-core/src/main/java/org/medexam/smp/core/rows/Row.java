package org.medexam.smp.core.rows;

import java.util.List;

/**
 * A row's values in the order of its table's columns; null where the database has NULL.
 *
 * @param values of the Java types that {@link ValueKind} names
 */
public record Row(List<Object> values) {}
