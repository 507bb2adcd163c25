package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.fact.Applicant;

/** The rows of the notice of 威海 2020 (S1, 三(一)–(十)). */
class WeihaiRowsTest {

    private static final String PROFILE = "weihai-2020";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            (一)                 ; edu=BAC                              ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            (一) upgraded        ; edu=BAC upgraded=true                ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC COL_DIPLOMA
            (一) soldier         ; kind=MIL                             ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            (二)                 ; edu=COL hasAsst=true                 ; ID_DOC*3 DIPLOMA ORG_LIC ASST_QUAL ASST_LIC CONT_WORK
            (三)                 ; edu=SEC hasAsst=true                 ; ID_DOC*3 DIPLOMA ORG_LIC ASST_QUAL ASST_LIC CONT_WORK
            (四) college         ; level=ASST edu=COL                   ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            (四) secondary       ; level=ASST edu=SEC                   ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            (四) health care     ; level=ASST edu=SEC major=卫生保健    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC VILLAGE
            (四) rural medicine  ; level=ASST edu=SEC major=农村医学    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC VILLAGE
            (五)1                ; edu=PG pg=THIS_YEAR                  ; ID_DOC*3 STUDENT PG_COMMIT
            (五)2                ; edu=PG pg=DONE                       ; ID_DOC*3 DIPLOMA DEGREE PROBATION
            (五)3                ; edu=PG pg=LONG                       ; ID_DOC*3 DIPLOMA PG_COMMIT STUDENT
            (六)                 ; level=RURAL edu=COL                  ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            (六) rural medicine  ; level=RURAL edu=SEC major=农村医学   ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC VILLAGE
            (七) master's pupil  ; level=ASST edu=SEC tcm=SHICHENG      ; ID_DOC*3 SHICHENG PROBATION ORG_LIC
            (七) known skill     ; level=ASST edu=BAC tcm=ZHUANCHANG    ; ID_DOC*3 ZHUANCHANG PROBATION ORG_LIC
            (八)                 ; diplomaLost=true                     ; ID_DOC*3 GRAD_PROOF PROBATION ORG_LIC
            (九)                 ; idLost=true                          ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            (十) probation       ; units=2                              ; ID_DOC*3 DIPLOMA PROBATION*2 ORG_LIC
            (十) work            ; edu=COL hasAsst=true units=3         ; ID_DOC*3 DIPLOMA ORG_LIC ASST_QUAL ASST_LIC CONT_WORK*3
            """)
    void everyRowAsksForExactlyItsMaterials(String row, String facts, String required) {
        Asked.of(PROFILE, facts == null ? "" : facts)
                .requires(required)
                .isCovered(true)
                .misses();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=HMT",
                "kind=FOREIGN",
                "addon=true",
                "foreignDeg=true",
                "edu=PG hasAsst=true",
                "edu=COL hasAsst=false",
                "level=ASST edu=BAC"
            })
    void whomTheNoticeDoesNotNameHandsInTheIdAlone(String facts) {
        Asked.of(PROFILE, facts).requires("ID_DOC*3").isCovered(false).misses();
    }

    @Test
    void studentsOfOtherProvincesAreRefusedInTheirLastYear() {
        Asked.of(PROFILE, "edu=PG pg=THIS_YEAR inProvince=false")
                .requires("ID_DOC*3 STUDENT PG_COMMIT")
                .isRefusedBecause("外省应届研究生不予受理");
        Asked.of(PROFILE, "edu=PG pg=THIS_YEAR").isRefusedBecause();
        Asked.of(PROFILE, "edu=PG pg=THIS_YEAR inProvince=?").isRefusedBecause().misses("inProvince");
    }

    @Test
    void aLostIdAddsItsSentenceToTheReasons() {
        assertThat(Asked.of(PROFILE, "idLost=true")
                        .resolution()
                        .slot("ID_DOC")
                        .orElseThrow()
                        .source())
                .contains("威海2020 三(九)：身份证丢失的");
        assertThat(Asked.of(PROFILE, "")
                        .resolution()
                        .slot("ID_DOC")
                        .orElseThrow()
                        .source())
                .doesNotContain("丢失");
    }

    @Test
    void ofWhomNothingIsKnownNothingIsSaid() {
        Asked.of(PROFILE, Applicant.unknown()).requires("ID_DOC*3").isCovered(true);
    }
}
