package org.medexam.smp.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyncOrderTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String FOLDER = "/smp/pictures/2021/6215/no-1/OTHER";
    private static final String TEMPORARY = FOLDER + "/." + ID + ".jpg.tmp";
    private static final String FINAL = FOLDER + "/" + ID + ".jpg";

    /** As it should be; the numbers are those of the steps below. */
    private static final List<String> RIGHT = List.of(
            "71 openat(AT_FDCWD</smp>, \"" + TEMPORARY + "\", O_WRONLY|O_CREAT|O_EXCL, 0666) = 45<" + TEMPORARY + ">",
            "71 write(45<" + TEMPORARY + ">, \"\\377\\330\\377 = (\", 6) = 6",
            "71 fsync(45<" + TEMPORARY + ">) = 0",
            "71 rename(\"" + TEMPORARY + "\", \"" + FINAL + "\") = 0",
            "71 fsync(45<" + FOLDER + ">) = 0",
            "71 pwrite64(9</smp/data/EP.mv.db>, \"\\3 " + ID + "\\0\", 40, 4096) = 40",
            "71 fsync(9</smp/data/EP.mv.db>) = 0",
            "71 write(50<socket:[991]>, \"HTTP/1.1 201 Created\\r\\nLocation: /images/" + ID + "\\r\\n\", 60) = 60");

    @Test
    void theRightOrderIsRight() {
        assertThat(violation(RIGHT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, no write of the picture's temporary file",
        "2, no fsync of the temporary file",
        "3, no rename to the final name",
        "4, no fsync of the folder",
        "5, no write of the row",
        "6, no fsync of the database's file",
        "7, no answer 201"
    })
    void aStepThatIsLeftOutIsFound(int step, String expected) {
        List<String> lines = new ArrayList<>(RIGHT);
        lines.remove(step);
        assertThat(violation(lines)).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1, no fsync of the temporary file", // synced before it is written
        "2, no rename to the final name", // renamed before it is synced
        "3, no fsync of the folder", // the folder is synced before the rename
        "4, the row is written before the folder is synced",
        "5, no fsync of the database's file", // synced before the row is written
        "6, the answer goes out before the record is on the disk"
    })
    void twoStepsInTheWrongOrderAreFound(int first, String expected) {
        List<String> lines = new ArrayList<>(RIGHT);
        Collections.swap(lines, first, first + 1);
        assertThat(violation(lines)).startsWith(expected);
    }

    @Test
    void aSyncThatFailsIsNone() {
        List<String> lines = new ArrayList<>(RIGHT);
        lines.set(6, "71 fsync(9</smp/data/EP.mv.db>) = -1 EIO (Input/output error)");
        assertThat(violation(lines)).startsWith("no fsync of the database's file");
    }

    @Test
    void aSyncCountsWhenItReturnsAndNotWhenItBegins() {
        List<String> lines = new ArrayList<>(RIGHT.subList(0, 6));
        lines.add("72 fsync(9</smp/data/EP.mv.db> <unfinished ...>");
        lines.add(RIGHT.get(7));
        lines.add("72 <... fsync resumed>) = 0");
        assertThat(violation(lines)).startsWith("the answer goes out before the record is on the disk");

        Collections.swap(lines, 7, 8);
        assertThat(violation(lines)).isEmpty();
    }

    @Test
    void aSyncThatBeganBeforeTheRowWasWrittenDoesNotCount() {
        List<String> lines = new ArrayList<>(RIGHT.subList(0, 5));
        lines.add("72 fsync(9</smp/data/EP.mv.db> <unfinished ...>");
        lines.add(RIGHT.get(5));
        lines.add("72 <... fsync resumed>) = 0");
        lines.add(RIGHT.get(7));
        assertThat(violation(lines)).startsWith("no fsync of the database's file");
    }

    @Test
    void anotherUploadsStepsDoNotCount() {
        List<String> lines = new ArrayList<>(RIGHT);
        lines.set(2, RIGHT.get(2).replace(ID, "f".repeat(32)));
        assertThat(violation(lines)).startsWith("no fsync of the temporary file");
    }

    @Test
    void tellsWhichFilesWereOpenedForWriting() {
        List<String> lines = new ArrayList<>(RIGHT);
        lines.add("71 openat(AT_FDCWD</smp>, \"/etc/hosts\", O_RDONLY|O_CLOEXEC) = 46</etc/hosts>");
        SyncOrder order = new SyncOrder(TraceParser.parse(lines.stream()));
        assertThat(order.written()).containsExactly(TEMPORARY);
    }

    private static String violation(List<String> lines) {
        return new SyncOrder(TraceParser.parse(lines.stream())).violation(ID).orElse("");
    }
}
