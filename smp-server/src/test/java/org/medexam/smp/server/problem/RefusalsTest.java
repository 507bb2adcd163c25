package org.medexam.smp.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Every refusal code has a status, a page and texts in both languages with all placeholders filled. */
class RefusalsTest {

    /** The table of the outer contract, §3. */
    private static final String CONTRACT = """
            400 malformed-request upload-malformed
            401 ticket-missing ticket-refused ticket-expired ticket-used bad-credentials session-expired
            403 not-allowed csrf-refused window-closed
            404 not-found
            405 method-not-allowed
            406 not-acceptable
            408 upload-timeout
            415 unsupported-media-type
            416 range-not-satisfiable
            409 material-locked material-full already-submitted review-state-conflict dossier-changed claimed-by-other
            409 result-final
            413 image-too-large
            415 image-format-unsupported
            422 image-unreadable image-too-many-pixels materials-missing commitment-required invalid
            429 too-many-requests
            500 internal-error picture-damaged
            503 database-unavailable storage-unavailable overloaded
            507 storage-full
            """;

    /** Placeholders of a code's texts: members of every refusal of the code, or the size limit, which the problem adds. */
    private static final Map<RefusalCode, Map<String, Object>> CARRIED = Map.of(
            RefusalCode.IMAGE_TOO_LARGE, Map.of(SizeLimit.PLACEHOLDER, "200K"),
            RefusalCode.WINDOW_CLOSED, Map.of("window", "2021-01-15 – 2021-02-01"),
            RefusalCode.CLAIMED_BY_OTHER, Map.of("name", "考点审核员乙"));

    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    @Test
    void hasTheStatusOfTheContractForEveryCode() {
        Map<String, Integer> contract = CONTRACT.lines()
                .map(line -> line.split(" "))
                .flatMap(words -> Stream.of(words).skip(1).map(code -> Map.entry(code, Integer.valueOf(words[0]))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<String, Integer> table =
                Stream.of(RefusalCode.values()).collect(Collectors.toMap(RefusalCode::code, ProblemTable::status));
        assertThat(table).isEqualTo(contract);
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void explainsEveryCodeInBothLanguages(RefusalCode code) throws IOException {
        try (InputStream page = RefusalsTest.class.getResourceAsStream("/problems/" + code.code() + ".md")) {
            assertThat(page).as("docs/problems/" + code.code() + ".md").isNotNull();
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains("`" + code.code() + "`");
            for (Locale language : LANGUAGES) {
                assertThat(text).contains(MessageBundle.text(language, "problem." + code.code() + ".title", Map.of()));
            }
        }
        assertThat(ProblemPage.html(code, "200K")).contains("<code>" + code.code() + "</code>");
    }

    @ParameterizedTest
    @EnumSource(RefusalCode.class)
    void leavesNoPlaceholderUnfilled(RefusalCode code) {
        Map<String, Object> carried = CARRIED.getOrDefault(code, Map.of());
        for (Locale language : LANGUAGES) {
            for (String part : List.of(".title", ".detail")) {
                assertThat(MessageBundle.text(language, "problem." + code.code() + part, carried))
                        .isNotBlank()
                        .doesNotContain("{", "}");
            }
        }
        Refusal refusal = Refusal.of(code, "a test");
        carried.forEach(refusal::with);
        assertThat(Problem.of(refusal).body("/nme/ext", "200K"))
                .containsKeys("type", "title", "status", "code", "detail", "instance")
                .containsEntry("type", "/nme/ext/problems/" + code.code())
                .allSatisfy((member, value) ->
                        assertThat(String.valueOf(value)).as(member).doesNotContain("{", "}"));
    }

    @Test
    void hasTheSameKeysInBothLanguages() {
        ResourceBundle chinese = MessageBundle.bundle(Locale.SIMPLIFIED_CHINESE);
        ResourceBundle english = MessageBundle.bundle(Locale.ENGLISH);
        assertThat(new TreeSet<>(chinese.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        for (String key : chinese.keySet()) {
            assertThat(placeholders(chinese.getString(key))).as(key).isEqualTo(placeholders(english.getString(key)));
        }
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }

    @Test
    void alwaysHasRetryAfter() {
        for (RefusalCode code : RefusalCode.values()) {
            int status = ProblemTable.status(code);
            assertThat(Problem.of(code).retryAfterSeconds().isPresent())
                    .as(code.code())
                    .isEqualTo(status == 429 || status == 503);
        }
    }
}
