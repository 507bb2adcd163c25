package org.medexam.smp.core.rows;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;

/** What a column holds, whatever its database calls that. */
public enum ValueKind {
    /** {@link Long} */
    WHOLE {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
            if (value == null) {
                statement.setNull(parameter, Types.BIGINT);
            } else {
                statement.setLong(parameter, (Long) value);
            }
        }
    },
    /** {@link String} */
    TEXT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
            statement.setString(parameter, (String) value);
        }
    },
    /** {@link LocalDateTime}, UTC */
    MOMENT {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getObject(column, LocalDateTime.class);
        }

        @Override
        void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
            if (value == null) {
                statement.setNull(parameter, Types.TIMESTAMP);
            } else {
                statement.setObject(parameter, value);
            }
        }
    },
    /** {@link Boolean} */
    FLAG {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : value;
        }

        @Override
        void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
            if (value == null) {
                statement.setNull(parameter, Types.BIT);
            } else {
                statement.setBoolean(parameter, (Boolean) value);
            }
        }
    },
    /** {@code byte[]} */
    BYTES {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBytes(column);
        }

        @Override
        void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
            if (value == null) {
                statement.setNull(parameter, Types.VARBINARY);
            } else {
                statement.setBytes(parameter, (byte[]) value);
            }
        }
    };

    /** Null where the database has NULL. */
    abstract Object read(ResultSet row, int column) throws SQLException;

    abstract void bind(PreparedStatement statement, int parameter, Object value) throws SQLException;

    /** @throws SQLException for a type that no table of ours has: whoever adds one teaches it to the backup */
    static ValueKind of(int jdbcType, String column) throws SQLException {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.CHAR,
                    Types.VARCHAR,
                    Types.LONGVARCHAR,
                    Types.NCHAR,
                    Types.NVARCHAR,
                    Types.LONGNVARCHAR,
                    Types.CLOB,
                    Types.NCLOB -> TEXT;
            case Types.TIMESTAMP -> MOMENT;
            case Types.BIT, Types.BOOLEAN -> FLAG;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> throw new SQLException("no kind of value for the type of " + column + ": " + jdbcType);
        };
    }
}
