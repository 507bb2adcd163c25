package org.medexam.smp.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    private static final ConditionLanguage LANGUAGE = new ConditionLanguage();

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            level == 'LIC'                        ; level=LIC              ; holds
            level == 'LIC'                        ; level=ASST             ; fails
            level == 'LIC'                        ;                        ; level
            level == 'LIC' && hasAsst             ; level=ASST             ; fails
            level == 'LIC' && hasAsst             ; level=LIC              ; hasAsst
            level == 'LIC' && hasAsst             ;                        ; hasAsst level
            level != 'LIC' || hasAsst == false    ; level=ASST             ; holds
            level != 'LIC' || hasAsst == false    ; hasAsst=false          ; holds
            level != 'LIC' || hasAsst == false    ; hasAsst=true           ; level
            !fresh                                ; fresh=false            ; holds
            (empl in ['AAA', 'CDC']) == false     ; empl=MED               ; holds
            (empl in ['AAA', 'CDC']) == false     ; empl=CDC               ; fails
            (empl in ['AAA', 'CDC']) == false     ;                        ; empl
            bacEntry >= date('2015-09-01')        ; bacEntry=2015-08-31    ; fails
            bacEntry >= date('2015-09-01')        ; bacEntry=2015-09-01    ; holds
            bacEntry >= date('2015-09-01')        ;                        ; bacEntry
            entryYear >= 2001                     ; entryYear=2001         ; holds
            entryYear >= 2001                     ; entryYear=2000         ; fails
            major in ['卫生保健', '农村医学']     ; major=农村医学         ; holds
            trialPost != '儿科'                   ; trialPost=内科         ; holds
            true                                  ;                        ; holds
            """)
    void statedFactsDecideAndMissingOnesAreNamed(String condition, String facts, String outcome) {
        assertThat(said(LANGUAGE.compile(condition).test(facts(facts)))).isEqualTo(outcome);
    }

    @Test
    void aConditionKnowsWhatItAsks() {
        assertThat(LANGUAGE.compile("level == 'LIC' && (hasAsst || pg in ['DONE'])")
                        .facts())
                .containsExactlyInAnyOrder(FactName.LEVEL, FactName.HAS_ASST, FactName.PG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            edu == 'BACK'                   ; NO_SUCH_VALUE            ; 8
            'BACK' != edu                   ; NO_SUCH_VALUE            ; 1
            fresh && edu in ['BAC', 'X']    ; NO_SUCH_VALUE            ; 25
            edu > 'BAC'                     ; NOT_COMPARED_WITH_VALUES ; 1
            kind == level                   ; NOT_COMPARED_WITH_VALUES ; 1
            edu in [major]                  ; NOT_COMPARED_WITH_VALUES ; 1
            date('2015-9-1') < bacEntry     ; NOT_A_DATE               ; 6
            date(major) < bacEntry          ; NOT_A_DATE               ; 6
            edu == 3                        ; NOT_AN_EXPRESSION        ; 5
            bacEntry > '2015-09-01'         ; NOT_AN_EXPRESSION        ; 10
            entryYear                       ; NOT_AN_EXPRESSION        ; 1
            education == 'BAC'              ; NOT_AN_EXPRESSION        ; 1
            fresh &&                        ; NOT_AN_EXPRESSION        ; 9
            """)
    void whatIsWrongIsNamedWithItsPlace(String condition, ConditionRefused.Kind kind, int column) {
        ConditionRefused refused =
                catchThrowableOfType(ConditionRefused.class, () -> LANGUAGE.compile(condition.strip()));

        assertThat(refused.kind()).as(refused.getMessage()).isEqualTo(kind);
        assertThat(refused.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2].exists(x, x > 1)",
                "major.matches('(a+)+b')",
                "size(major) > 3",
                "units + 1 > 2",
                "fresh ? true : false",
                "timestamp('2015-09-01T00:00:00Z') < bacEntry",
                "has(major.x)",
                "major.x == 'y'",
                "google.protobuf.Empty{} == google.protobuf.Empty{}"
            })
    void nothingButComparingCanBeSaid(String condition) {
        assertThat(catchThrowableOfType(ConditionRefused.class, () -> LANGUAGE.compile(condition))
                        .kind())
                .isEqualTo(ConditionRefused.Kind.NOT_AN_EXPRESSION);
    }

    @Test
    void aDeepOrLongConditionIsRefusedAndBreaksNothing() {
        assertThat(catchThrowableOfType(
                        ConditionRefused.class, () -> LANGUAGE.compile("(".repeat(450) + "fresh" + ")".repeat(450))))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        ConditionRefused.class, () -> LANGUAGE.compile("fresh || ".repeat(200) + "fresh")))
                .isNotNull();
    }

    private static String said(Outcome outcome) {
        if (outcome.missing().isEmpty()) {
            return outcome.holds() ? "holds" : "fails";
        }
        return outcome.missing().stream().map(FactName::wireName).sorted().collect(Collectors.joining(" "));
    }

    private static Facts facts(String text) {
        Map<String, Object> stated = new HashMap<>();
        for (String fact : text == null ? new String[0] : text.split(" ")) {
            stated.put(fact.split("=")[0], Applicant.value(fact.split("=")[1]));
        }
        return Facts.of(stated);
    }
}
