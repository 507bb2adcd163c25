package org.medexam.smp.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.settings.BackupSettings;

class BackupScheduleTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final BackupSchedule nightly = schedule(Optional.of(Path.of("backups")));

    private static BackupSchedule schedule(Optional<Path> path) {
        return new BackupSchedule(new BackupSettings(path, LocalTime.of(2, 0), 14), ZONE);
    }

    private static BackupState state(String success, String failure) {
        return new BackupState(
                Optional.ofNullable(success)
                        .map(at -> new BackupState.Success(Instant.parse(at), "s", Path.of("b"), 1, 1, 1, 0)),
                Optional.ofNullable(failure).map(at -> new BackupState.Failure(Instant.parse(at), "busy")));
    }

    /** 02:00 in Shanghai is 18:00Z of the day before. */
    @ParameterizedTest
    @CsvSource({
        "2021-01-15T17:59:59Z, 2021-01-14T18:00:00Z,, false",
        "2021-01-15T18:00:00Z, 2021-01-14T18:00:00Z,, true",
        "2021-01-15T18:00:59Z, 2021-01-15T18:00:00Z,, false",
        "2021-01-15T23:00:00Z, 2021-01-14T18:00:00Z,, true",
        "2021-01-15T18:01:00Z, 2021-01-14T18:00:00Z, 2021-01-15T18:00:00Z, false",
        "2021-01-16T18:00:00Z, 2021-01-14T18:00:00Z, 2021-01-15T18:00:00Z, true",
        "2021-01-15T09:00:00Z, 2021-01-15T08:00:00Z,, false",
        "2021-01-15T09:00:00Z,,, true"
    })
    void comesOnceADayAndMakesUpForAMissedOne(String now, String success, String failure, boolean due) {
        assertThat(nightly.isDue(state(success, failure), Instant.parse(now))).isEqualTo(due);
    }

    @Test
    void neverWithoutAFolder() {
        assertThat(schedule(Optional.empty()).isDue(state(null, null), Instant.parse("2021-01-15T18:00:00Z")))
                .isFalse();
    }
}
