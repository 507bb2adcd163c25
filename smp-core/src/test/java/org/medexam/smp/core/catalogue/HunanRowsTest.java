package org.medexam.smp.core.catalogue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.fact.Applicant;

/** The rows of the notice of 湖南 2021 (S2, 附件2). */
class HunanRowsTest {

    private static final String PROFILE = "hunan-2021";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            always              ;                                          ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE
            ORG_LIC not AAA     ; empl=AAA                                 ; ID_DOC*3 PROBATION DIPLOMA NOTICE
            ORG_LIC not CDC     ; empl=CDC                                 ; ID_DOC*3 PROBATION DIPLOMA NOTICE
            ORG_LIC army        ; empl=ARMY                                ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE
            PROBATION per unit  ; units=2                                  ; ID_DOC*3 ORG_LIC PROBATION*2 DIPLOMA NOTICE
            GRAD_PROOF          ; diplomaLost=true                         ; ID_DOC*3 ORG_LIC PROBATION GRAD_PROOF NOTICE
            COL_DIPLOMA         ; upgraded=true bacEntry=2015-09-01        ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE COL_DIPLOMA
            COL_DIPLOMA earlier ; upgraded=true bacEntry=2015-08-31        ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE
            COL_DIPLOMA PG      ; edu=PG upgraded=true bacEntry=2016-09-01 ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE COL_DIPLOMA
            ASST_QUAL college   ; edu=COL hasAsst=true                     ; ID_DOC*3 ORG_LIC PRACTICE DIPLOMA NOTICE ASST_QUAL ASST_LIC
            ASST_QUAL secondary ; edu=SEC hasAsst=true units=2             ; ID_DOC*3 ORG_LIC PRACTICE*2 DIPLOMA NOTICE ASST_QUAL ASST_LIC
            PG this year        ; edu=PG pg=THIS_YEAR                      ; ID_DOC*3 ORG_LIC NOTICE STUDENT PG_COMMIT
            PG done before      ; edu=PG pg=DONE pgEntry=2014-12-31        ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE
            PG done             ; edu=PG pg=DONE pgEntry=2015-01-01        ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE DEGREE
            reduced set         ; repeat=true                              ; ID_DOC*3 PREV NOTICE PROBATION
            reduced, assistant  ; repeat=true hasAsst=true units=2         ; ID_DOC*3 PREV NOTICE PRACTICE*2
            reduced, foreigner  ; repeat=true kind=FOREIGN tcm=SHICHENG diplomaLost=true ; ID_DOC*3 PREV NOTICE PROBATION
            SHICHENG            ; level=ASST tcm=SHICHENG                  ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE SHICHENG
            ZHUANCHANG licence  ; tcm=ZHUANCHANG hasAsst=true              ; ID_DOC*3 ORG_LIC PRACTICE DIPLOMA NOTICE ZHUANCHANG ASST_QUAL ASST_LIC
            FOR_DEG             ; foreignDeg=true                          ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE FOR_DEG
            FOR_FORM            ; kind=FOREIGN                             ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE FOR_FORM
            HMT_FORM            ; kind=HMT                                 ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE HMT_FORM
            FRESH_COMMIT never  ; fresh=true                               ; ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE
            """)
    void everyRowAsksForExactlyItsMaterials(String row, String facts, String required) {
        Asked.of(PROFILE, facts == null ? "" : facts)
                .requires(required)
                .isCovered(true)
                .misses();
    }

    @Test
    void theEntryDayThatHangsOnNothingElseIsMissing() {
        Asked.of(PROFILE, "upgraded=true bacEntry=?")
                .requires("ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE")
                .misses("bacEntry");
        Asked.of(PROFILE, "upgraded=false bacEntry=?").misses();
    }

    @Test
    void whetherSomebodySatEarlierIsMissing() {
        Asked.of(PROFILE, "repeat=?")
                .requires("ID_DOC*3 ORG_LIC PROBATION DIPLOMA NOTICE")
                .misses("repeat");
    }

    /** Of the reduced set nothing else can change anything. */
    @Test
    void whoSatEarlierMissesNothingElse() {
        Asked.of(PROFILE, Applicant.unknown().with("repeat=true level=ASST units=1"))
                .requires("ID_DOC*3 PREV NOTICE PROBATION")
                .misses();
    }
}
