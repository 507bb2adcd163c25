package org.medexam.smp.tool.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.core.schema.ConnectionFault;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.schema.NewDatabase;
import org.medexam.smp.tool.Failed;
import org.medexam.smp.tool.ToolMessages;

class DatabaseMessagesTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2021-01-15T01:30:12Z"));
    private static final char[] PASSWORD = "lange Rede 1".toCharArray();

    private final ToolMessages texts = ToolMessages.of(Locale.SIMPLIFIED_CHINESE);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(ConnectionFault.class)
    void everyTroubleHasWordsAndARemedy(ConnectionFault trouble) {
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            Finding finding = DatabaseMessages.of(
                    ToolMessages.of(locale),
                    DatabaseAddress.sqlServer("jdbc:sqlserver://db:1433;databaseName=EP", "smp", "geheim"),
                    trouble,
                    "detail");

            assertThat(finding.text()).isNotBlank().doesNotContain("geheim").doesNotContain("{");
            assertThat(finding.remedy()).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void tellsEachStepOfTheCreationAndThenFindsAllWell() {
        DatabaseAddress database = DatabaseAddress.embedded(folder.resolve("data"));
        DatabaseCheckup checkup = new DatabaseCheckup(texts, CLOCK);
        assertThat(checkup.look(database)).extracting(Finding::level).containsExactly(Finding.Level.ADVICE);
        List<String> steps = new ArrayList<>();

        String version = new DatabaseCreation(texts).create(database, (sentence, left) -> steps.add(sentence));

        assertThat(steps).first().asString().startsWith("已完成：001");
        assertThat(steps).last().isEqualTo("数据库已就绪，版本 " + version + "。");
        assertThat(checkup.look(database)).extracting(Finding::level).containsOnly(Finding.Level.GOOD);
    }

    @ParameterizedTest
    @EnumSource(NewDatabase.Step.class)
    void everyStepHasWords(NewDatabase.Step step) {
        String key = "create-database." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
        assertThat(texts.say(key, "EP")).isNotBlank();
        assertThat(ToolMessages.of(Locale.ENGLISH).say(key, "EP")).isNotBlank();
    }

    @Test
    void aKeeperIsMadeOnceAndResetOnlyWhenAsked() {
        DatabaseAddress database = DatabaseAddress.embedded(folder.resolve("data"));
        new DatabaseCreation(texts).create(database, (sentence, left) -> {});
        Keepers keepers = new Keepers(texts, database, CLOCK);
        assertThat(keepers.exists("zhuanguan")).isFalse();

        keepers.create("zhuanguan", "账号专管员", PASSWORD, false);

        assertThat(keepers.exists("zhuanguan")).isTrue();
        assertThatExceptionOfType(Failed.class)
                .isThrownBy(() -> keepers.create("zhuanguan", "账号专管员", PASSWORD, false))
                .withMessageContaining("--reset");
        keepers.create("zhuanguan", "账号专管员", PASSWORD, true);
    }

    @Test
    void aKeeperNeedsANameAndAPasswordThatWillDo() {
        assertThat(Keepers.faults(texts, "zhuanguan", "专管员", PASSWORD)).isEmpty();
        assertThat(Keepers.faults(texts, "", "", "short".toCharArray())).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Keepers.faults(texts, "zhuanguan", "专", "zhuanguan-zhuanguan".toCharArray()))
                .extracting(Keepers.Fault::text)
                .singleElement()
                .asString()
                .contains("账号");
    }

    @Test
    void aKeeperWithoutADatabaseIsToldSo() {
        Keepers keepers = new Keepers(texts, DatabaseAddress.embedded(folder.resolve("none")), CLOCK);

        assertThatExceptionOfType(Failed.class)
                .isThrownBy(() -> keepers.exists("zhuanguan"))
                .withMessageContaining("smp create-database");
    }
}
