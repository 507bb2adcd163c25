package org.medexam.smp.core.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** The rows of pictures, for those who compare them with files. Each question is a transaction of its own. */
public final class PictureRows {

    /** So many rows, or values to look for, at most at once. */
    public static final int BATCH = 500;

    private static final String PICTURES = " p.id, d.no, p.material_code, p.location, p.kept_sha256, p.bytes"
            + " FROM picture p JOIN dossier d ON d.id = p.dossier_id WHERE ";

    private final DataSource database;

    public PictureRows(DataSource database) {
        this.database = database;
    }

    public long count() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement("SELECT COUNT(*) FROM picture");
                ResultSet answer = question.executeQuery()) {
            answer.next();
            long count = answer.getLong(1);
            end(connection);
            return count;
        }
    }

    /** The next {@link #BATCH} rows whose number is greater; fewer: there are no more. */
    public List<PictureRow> after(long id) throws SQLException {
        return ask("SELECT TOP " + BATCH + PICTURES + "p.id > ? ORDER BY p.id", List.of(id));
    }

    /** Those of these rows that there still are. */
    public List<PictureRow> still(Collection<Long> ids) throws SQLException {
        return ids.isEmpty() ? List.of() : ask("SELECT" + PICTURES + "p.id IN (" + places(ids) + ")", ids);
    }

    /** Rows whose file should have one of these digests. */
    public List<PictureRow> withDigest(Collection<String> sha256) throws SQLException {
        return sha256.isEmpty()
                ? List.of()
                : ask("SELECT" + PICTURES + "p.kept_sha256 IN (" + places(sha256) + ")", sha256);
    }

    /** Those of these locations that a row names. */
    public Set<String> known(Collection<String> locations) throws SQLException {
        Set<String> known = new HashSet<>();
        if (!locations.isEmpty()) {
            ask("SELECT" + PICTURES + "p.location IN (" + places(locations) + ")", locations)
                    .forEach(row -> known.add(row.location()));
        }
        return known;
    }

    private static String places(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    private List<PictureRow> ask(String sql, Collection<?> values) throws SQLException {
        List<PictureRow> rows = new ArrayList<>();
        try (Connection connection = database.getConnection();
                PreparedStatement question = connection.prepareStatement(sql)) {
            int place = 0;
            for (Object value : values) {
                question.setObject(++place, value);
            }
            try (ResultSet answer = question.executeQuery()) {
                while (answer.next()) {
                    rows.add(new PictureRow(
                            answer.getLong(1),
                            answer.getString(2),
                            answer.getString(3),
                            answer.getString(4),
                            answer.getString(5),
                            answer.getLong(6)));
                }
            }
            end(connection);
        }
        return rows;
    }

    /** Or a pooled connection would give its locks back only when somebody else takes it. */
    private static void end(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
        }
    }
}
