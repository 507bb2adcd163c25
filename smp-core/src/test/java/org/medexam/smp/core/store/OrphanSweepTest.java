package org.medexam.smp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.refusal.RefusalCode;

class OrphanSweepTest {

    /** Already the 16th in the district. */
    private static final Instant NOW = Instant.parse("2021-01-15T17:30:00Z");

    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path root;

    private final Set<String> rows = new HashSet<>();
    private final List<Integer> batches = new ArrayList<>();
    private OrphanSweep sweep;

    @BeforeEach
    void store() {
        new DiskStore(root).claim(PictureStoreContract.IDENTITY);
        sweep = new OrphanSweep(root, ZoneId.of("Asia/Shanghai"));
    }

    private SweepOutcome sweep() {
        return sweep.sweep(this::among, NOW);
    }

    private Set<String> among(Collection<String> locations) {
        batches.add(locations.size());
        return locations.stream().filter(rows::contains).collect(Collectors.toSet());
    }

    private static String location(int number) {
        return "2021/6215/a1/ID_DOC/%08d.jpg".formatted(number);
    }

    private String file(String path, Duration age) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
        Files.setLastModifiedTime(file, FileTime.from(NOW.minus(age)));
        return path;
    }

    /** So many pictures with their rows, numbered from 1. */
    private void known(int pictures) throws IOException {
        for (int number = 1; number <= pictures; number++) {
            rows.add(file(location(number), DAY.multipliedBy(100)));
        }
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> Folders.location(root, file))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void movesAsideWhatHasNoRowAfterTheGraceTime() throws Exception {
        known(198);
        String old = file("2020/6215/b2/ID_DOC/00000901.jpg", DAY.plusSeconds(1));
        String young = file(location(902), DAY);

        assertThat(sweep()).isEqualTo(new SweepOutcome.Swept(1, 0, 0));

        assertThat(root.resolve("orphans/2021-01-16/" + old)).hasContent(old);
        assertThat(root.resolve(old)).doesNotExist();
        assertThat(root.resolve("2020")).as("the folder that is empty now").doesNotExist();
        assertThat(root.resolve(young)).exists();
        assertThat(files()).containsAll(rows);
        assertThat(sweep()).as("a second time").isEqualTo(new SweepOutcome.Swept(0, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"99, 1, true", "98, 1, false", "198, 2, true", "197, 2, false", "0, 1, false", "0, 0, true"})
    void moreThanOneInAHundredIsTakenForAMistake(int known, int orphans, boolean swept) throws Exception {
        known(known);
        for (int i = 0; i < orphans; i++) {
            file(location(900_000 + i), DAY.multipliedBy(2));
        }
        file("2021/6215/a1/ID_DOC/.00000001.jpg.tmp", DAY.multipliedBy(2));
        file("orphans/2020-01-01/" + location(7), DAY.multipliedBy(300));
        Set<String> before = files();

        SweepOutcome outcome = sweep();

        if (swept) {
            assertThat(outcome).isEqualTo(new SweepOutcome.Swept(orphans, 1, 1));
        } else {
            assertThat(outcome).isEqualTo(new SweepOutcome.TooManyOrphans(orphans, known + orphans));
            assertThat(files()).as("nothing was touched").isEqualTo(before);
        }
    }

    @Test
    void asksInBatches() throws Exception {
        known(2 * OrphanSweep.BATCH + 1);

        assertThat(sweep()).isEqualTo(new SweepOutcome.Swept(0, 0, 0));
        assertThat(batches).containsExactly(OrphanSweep.BATCH, OrphanSweep.BATCH, 1);
    }

    @Test
    void destroysSideFoldersAfterThirtyDays() throws Exception {
        file("orphans/2020-12-16/" + location(1), DAY);
        file("orphans/2020-12-16/" + location(2), DAY);
        String kept = file("orphans/2020-12-17/" + location(3), DAY.multipliedBy(300));
        String somebodys = file("orphans/notes/list.txt", DAY.multipliedBy(300));

        assertThat(sweep()).isEqualTo(new SweepOutcome.Swept(0, 2, 0));

        assertThat(root.resolve("orphans/2020-12-16")).doesNotExist();
        assertThat(files()).contains(kept, somebodys);
    }

    @Test
    void removesLeftOverTemporaryFiles() throws Exception {
        file("2021/6215/a1/ID_DOC/.00000001.jpg.tmp", DAY.plusSeconds(1));
        file(".probe-1.tmp", DAY.plusSeconds(1));
        String young = file("2021/6215/b1/ID_DOC/.00000002.jpg.tmp", DAY);

        assertThat(sweep()).isEqualTo(new SweepOutcome.Swept(0, 0, 2));

        assertThat(files()).containsExactlyInAnyOrder(young, "SMP-STORE.txt");
        assertThat(root.resolve("2021/6215/a1")).doesNotExist();
    }

    @Test
    void leavesAloneWhatIsNotOurs() throws Exception {
        known(100);
        Set<String> others = Set.of(
                file("2021/6215/a1/ID_DOC/Thumbs.db", DAY.multipliedBy(9)),
                file("2021/6215/a1/ID_DOC/IMG_0001.JPG", DAY.multipliedBy(9)),
                file("backup/2021/6215/a1/ID_DOC/00000001.jpg", DAY.multipliedBy(9)),
                file("readme.txt", DAY.multipliedBy(9)));

        assertThat(sweep()).isEqualTo(new SweepOutcome.Swept(0, 0, 0));

        assertThat(files()).containsAll(others);
    }

    @Test
    void aStoreThatIsGoneCannotBeSwept() {
        OrphanSweep gone = new OrphanSweep(root.resolve("none"), ZoneId.of("Asia/Shanghai"));

        assertThat(PictureStoreContract.refusal(() -> gone.sweep(this::among, NOW)))
                .isEqualTo(RefusalCode.STORAGE_UNAVAILABLE);
    }
}
