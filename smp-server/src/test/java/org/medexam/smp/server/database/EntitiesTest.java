package org.medexam.smp.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.xml.parsers.DocumentBuilderFactory;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.Schema;
import org.w3c.dom.NodeList;

/** The SQL is written by hand: that it and the entities say the same is proved here, and that every way has its index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntitiesTest {

    private static final Map<Class<?>, Set<Integer>> TYPES = Map.of(
            String.class, Set.of(Types.VARCHAR, Types.NVARCHAR),
            int.class, Set.of(Types.INTEGER),
            Integer.class, Set.of(Types.INTEGER),
            long.class, Set.of(Types.BIGINT),
            Long.class, Set.of(Types.BIGINT),
            boolean.class, Set.of(Types.BIT, Types.BOOLEAN),
            Instant.class, Set.of(Types.TIMESTAMP));

    private Connection connection;

    @BeforeAll
    void open(@TempDir Path folder) throws SQLException {
        DatabaseAddress address = DatabaseAddress.embedded(folder);
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        DataSource database = source;
        new Schema(address).migrate();
        connection = database.getConnection();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
    }

    private record Stored(int type, boolean nullable) {}

    static Stream<Class<?>> entities() throws Exception {
        try (InputStream xml = EntitiesTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            NodeList classes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getElementsByTagName("class");
            List<Class<?>> entities = new ArrayList<>();
            for (int i = 0; i < classes.getLength(); i++) {
                Class<?> listed = Class.forName(classes.item(i).getTextContent().trim());
                if (!listed.isAnnotationPresent(Converter.class)) {
                    entities.add(listed);
                }
            }
            return entities.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("entities")
    void matchesItsTableColumnByColumn(Class<?> entity) throws SQLException {
        assertThat(entity.isAnnotationPresent(Entity.class)).isTrue();
        Map<String, Stored> table = columns(entity.getAnnotation(Table.class).name());
        Map<String, Field> fields = new TreeMap<>();
        for (Field field : entity.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                Column column = field.getAnnotation(Column.class);
                fields.put(column == null || column.name().isEmpty() ? field.getName() : column.name(), field);
            }
        }
        assertThat(fields.keySet()).isEqualTo(table.keySet());
        fields.forEach((name, field) -> {
            assertThat(TYPES.get(field.getType()))
                    .as(name)
                    .contains(table.get(name).type());
            if (field.getType().isPrimitive()) {
                assertThat(table.get(name).nullable()).as(name + " may be null").isFalse();
            }
        });
    }

    @Test
    void leavesNoTableWithoutAnEntity() throws Exception {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, "PUBLIC", "%", new String[] {"BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
            }
        }
        tables.remove("schema_version");
        assertThat(entities().map(entity -> entity.getAnnotation(Table.class).name()))
                .containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void hasAnIndexForEveryForeignKey() throws Exception {
        int keys = 0;
        for (Class<?> entity : entities().toList()) {
            String table = entity.getAnnotation(Table.class).name();
            try (ResultSet rows = connection.getMetaData().getImportedKeys(null, "PUBLIC", table)) {
                while (rows.next()) {
                    keys++;
                    String column = rows.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT);
                    assertThat(indexes(table))
                            .as(table + "." + column)
                            .anyMatch(index -> index.get(0).equals(column));
                }
            }
        }
        assertThat(keys).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "dossier, no",
        "dossier, site_code id",
        "dossier, state id",
        "dossier, exam_category id",
        "dossier, changed_at id",
        "dossier, candidate_name id",
        "dossier, id_number id",
        "dossier, trial id",
        "picture, public_id",
        "picture, location",
        "picture, dossier_id material_code received_sha256",
        "account, username",
        "session, token_sha256",
        "session, expires_at",
        "used_ticket, issuer jti",
        "used_ticket, expires_at",
        "audit_entry, dossier_no id",
        "change_entry, seq",
        "change_entry, at",
        "webhook_retry, receiver seq",
        "webhook_retry, receiver next_at",
        "webhook_retry, receiver dossier_no seq",
    })
    void hasAnIndexForEveryWayInWhichRowsAreLookedFor(String table, String columns) throws SQLException {
        List<String> way = List.of(columns.split(" "));
        assertThat(indexes(table))
                .anyMatch(index -> index.size() >= way.size()
                        && index.subList(0, way.size()).equals(way));
    }

    private Map<String, Stored> columns(String table) throws SQLException {
        Map<String, Stored> columns = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getColumns(null, "PUBLIC", table, "%")) {
            while (rows.next()) {
                columns.put(
                        rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                        new Stored(rows.getInt("DATA_TYPE"), rows.getInt("NULLABLE") == 1));
            }
        }
        return columns;
    }

    /** Those that the schema makes itself: H2 adds one to each foreign key, SQL Server does not. */
    private List<List<String>> indexes(String table) throws SQLException {
        Map<String, List<String>> indexes = new TreeMap<>();
        try (ResultSet rows = connection.getMetaData().getIndexInfo(null, "PUBLIC", table, false, true)) {
            while (rows.next()) {
                String name = rows.getString("INDEX_NAME").toLowerCase(Locale.ROOT);
                if (!name.startsWith("fk_")) {
                    indexes.computeIfAbsent(name, n -> new ArrayList<>())
                            .add(rows.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(indexes.values());
    }
}
