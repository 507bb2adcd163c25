package org.medexam.smp.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwksFileTest {

    private static final Instant NOW = Instant.parse("2021-01-15T01:30:12Z");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();

    private Path file() {
        return folder.resolve("sp.jwks.json");
    }

    /** Each writing has its own time, as if it were another day. */
    private void write(String content, int day) throws Exception {
        Files.writeString(file(), content);
        Files.setLastModifiedTime(file(), FileTime.from(NOW.plusSeconds(86_400L * day)));
    }

    private static String set(String kid) {
        return JwkPair.es256(kid).publicSet();
    }

    @Test
    void readsAgainWhenTheFileChanges() throws Exception {
        write(set("one"), 1);
        JwksFile keys = new JwksFile(file(), told::add);
        assertThat(keys.find("one", NOW)).isPresent();

        write(set("two"), 2);
        assertThat(keys.find("two", NOW.plusMillis(999)))
                .as("looked a moment ago")
                .isEmpty();
        assertThat(keys.find("two", NOW.plusSeconds(1))).isPresent();
        assertThat(keys.find("one", NOW.plusSeconds(1))).as("withdrawn").isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void noticesAFileThatWasReplacedWithinTheSameTickAndLength() throws Exception {
        write(set("one"), 1);
        JwksFile keys = new JwksFile(file(), told::add);
        Path other = folder.resolve("other");
        Files.writeString(other, set("two"));
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file()));
        Files.move(other, file(), StandardCopyOption.ATOMIC_MOVE);

        assertThat(keys.find("two", NOW)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"keys\":[{\"kty\"", "[]", "null", "{}", "{\"keys\":{}}", "{\"keys\":[1]}", "<html>"})
    void aBrokenFileKeepsTheKeysAndIsToldOnce(String broken) throws Exception {
        write(set("one"), 1);
        JwksFile keys = new JwksFile(file(), told::add);

        write(broken, 2);
        for (int second = 0; second < 5; second++) {
            assertThat(keys.find("one", NOW.plusSeconds(second))).isPresent();
        }
        assertThat(told).hasSize(1);

        write(broken + " ", 3);
        keys.find("one", NOW.plusSeconds(10));
        assertThat(told).as("another version of the file").hasSize(2);

        write(set("two"), 4);
        assertThat(keys.find("two", NOW.plusSeconds(20))).isPresent();
        assertThat(told).hasSize(2);
    }

    @Test
    void aFileThatIsGoneKeepsTheKeysAndIsToldEachTimeItGoes() throws Exception {
        write(set("one"), 1);
        JwksFile keys = new JwksFile(file(), told::add);
        Path away = folder.resolve("away");

        Files.move(file(), away);
        assertThat(keys.find("one", NOW)).isPresent();
        assertThat(keys.find("one", NOW.plusSeconds(1))).isPresent();
        assertThat(told).hasSize(1);

        Files.move(away, file());
        assertThat(keys.find("one", NOW.plusSeconds(2))).isPresent();
        Files.move(file(), away);
        assertThat(keys.find("one", NOW.plusSeconds(3))).isPresent();
        assertThat(told).hasSize(2);
    }

    @Test
    void aFileThatComesLaterIsRead() throws Exception {
        JwksFile keys = new JwksFile(file(), told::add);
        assertThat(keys.find("one", NOW)).isEmpty();
        assertThat(told).singleElement().asString().contains("sp.jwks.json");

        write(set("one"), 1);
        assertThat(keys.find("one", NOW.plusSeconds(1))).isPresent();
    }

    @Test
    void goesOnWhenTheClockIsSetBack() throws Exception {
        write(set("one"), 1);
        JwksFile keys = new JwksFile(file(), told::add);
        keys.find("one", NOW);

        write(set("two"), 2);
        assertThat(keys.find("two", NOW.minusSeconds(3600))).isPresent();
    }

    @Test
    void namesKeysThatCannotBeUsedAndTakesTheOthers() throws Exception {
        String good = JwkPair.es256("one").publicSet();
        String withSecret =
                good.replace("{\"keys\":[", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"s\",\"k\":\"c2VjcmV0\"},");
        write(withSecret, 1);

        JwksFile keys = new JwksFile(file(), told::add);

        assertThat(keys.find("one", NOW)).isPresent();
        assertThat(keys.find("s", NOW)).isEmpty();
        assertThat(told)
                .singleElement()
                .asString()
                .contains("key 1 is not used")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    void twoKeysOfOneNameAreAFault() throws Exception {
        String one = JwkPair.es256("one").publicSet();
        String other = JwkPair.es256("one").publicSet();
        write(one.replace("]}", "," + other.substring("{\"keys\":[".length())), 1);

        assertThat(new JwksFile(file(), told::add).find("one", NOW)).isEmpty();
        assertThat(told).singleElement().asString().contains("two keys have the same kid");
    }
}
