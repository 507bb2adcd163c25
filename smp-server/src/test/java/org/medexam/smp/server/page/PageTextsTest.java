package org.medexam.smp.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medexam.smp.server.dossier.DossierState;
import org.medexam.smp.server.message.Message;
import org.medexam.smp.server.wire.Json;

/** Every text of the pages is in one file per language, without missing or unused keys. */
class PageTextsTest {

    private static final Path PAGES = Path.of("src", "main", "webapp");
    private static final Pattern IN_HTML = Pattern.compile("data-text=\"([^\"]+)\"[^>]*>([^<]*)<");
    private static final Pattern IN_SCRIPT = Pattern.compile("\"((?:[a-z]+\\.)+[a-z]+)\"");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Keys that a script composes from a response. */
    private static Stream<String> composed() {
        return Stream.of(
                        Arrays.stream(DossierState.values()).map(state -> "state." + state.code()),
                        Stream.of("empty", "filled", "locked", "returned", "accepted")
                                .map(state -> "material." + state),
                        Arrays.stream(Message.Sender.values())
                                .map(sender -> "messages." + sender.name().toLowerCase(Locale.ROOT)),
                        Stream.of("role.site", "role.district"))
                .flatMap(keys -> keys);
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndTheSameMembers() throws IOException {
        Map<String, String> chinese = texts("zh-CN");
        Map<String, String> english = texts("en");
        assertThat(english.keySet()).containsExactlyElementsOf(chinese.keySet());
        assertThat(chinese.values()).allMatch(text -> !text.isBlank());
        assertThat(english.values()).allMatch(text -> !text.isBlank());
        chinese.forEach(
                (key, text) -> assertThat(members(english.get(key))).as(key).isEqualTo(members(text)));
    }

    @Test
    void everyKeyIsUsedAndEveryUsedKeyExists() throws IOException {
        Set<String> used = composed().collect(Collectors.toCollection(TreeSet::new));
        for (Path page : files(".html")) {
            matches(IN_HTML, page).forEach(match -> used.add(match.group(1)));
        }
        for (Path script : files(".js")) {
            matches(IN_SCRIPT, script).forEach(match -> used.add(match.group(1)));
        }
        used.removeIf(name -> name.endsWith(".html"));
        assertThat(new TreeSet<>(texts("zh-CN").keySet())).isEqualTo(used);
    }

    @Test
    void theTextsInThePagesAreThoseOfTheChineseFile() throws IOException {
        Map<String, String> chinese = texts("zh-CN");
        for (Path page : files(".html")) {
            List<MatchResult> texts = matches(IN_HTML, page);
            assertThat(texts)
                    .isNotEmpty()
                    .allSatisfy(match -> assertThat(match.group(2))
                            .as(page + " " + match.group(1))
                            .isEqualTo(chinese.get(match.group(1))));
            String rest = IN_HTML.matcher(Files.readString(page)).replaceAll("");
            assertThat(CHINESE.matcher(rest).find())
                    .as("words of no key in " + page)
                    .isFalse();
        }
        for (Path script : files(".js")) {
            assertThat(CHINESE.matcher(Files.readString(script)).find())
                    .as("words in " + script)
                    .isFalse();
        }
    }

    @Test
    void noPageHasAnInlineScriptOrStyle() throws IOException {
        Pattern inside = Pattern.compile("<style|\\sstyle=|\\son[a-z]+=|<script(?![^>]*\\ssrc=)|javascript:");
        for (Path page : files(".html")) {
            assertThat(matches(inside, page)).as(page.toString()).isEmpty();
        }
    }

    private static Map<String, String> texts(String language) throws IOException {
        return Json.mapper()
                .readValue(PAGES.resolve("lib/messages." + language + ".json").toFile(), new TypeReference<>() {});
    }

    private static Set<String> members(String text) {
        return Pattern.compile("\\{(\\w+)}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static List<MatchResult> matches(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file)).results().toList();
    }

    private static List<Path> files(String ending) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : List.of("mp", "lib")) {
            try (Stream<Path> below = Files.walk(PAGES.resolve(folder))) {
                below.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            }
        }
        return found;
    }
}
