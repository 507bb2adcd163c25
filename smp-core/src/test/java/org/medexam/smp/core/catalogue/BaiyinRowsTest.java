package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.fact.Applicant;

/** The rows of the notice of 白银 2021 (S0, 一(二) 1–11). */
class BaiyinRowsTest {

    private static final String PROFILE = "baiyin-2021";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            always                  ;                                    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            HMT_DEG FOR_ELIG        ; hmtDeg=true                        ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC HMT_DEG FOR_ELIG
            FOR_DEG FOR_ELIG        ; foreignDeg=true                    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FOR_DEG FOR_ELIG
            XUEXIN                  ; entryYear=2001                     ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC XUEXIN
            XUEXIN college          ; level=ASST edu=COL entryYear=2019  ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC XUEXIN
            XUEXIN not secondary    ; level=ASST edu=SEC entryYear=2019 inProvince=false ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            SEC_RECORD              ; level=ASST edu=SEC                 ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC SEC_RECORD
            ASST_QUAL ASST_LIC PRACTICE ; edu=COL hasAsst=true           ; ID_DOC*3 DIPLOMA PRACTICE ORG_LIC ASST_QUAL ASST_LIC
            assistant again         ; level=ASST edu=COL hasAsst=true    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            PROBATION per unit      ; units=3                            ; ID_DOC*3 DIPLOMA PROBATION*3 ORG_LIC
            PRACTICE per unit       ; hasAsst=true units=2               ; ID_DOC*3 DIPLOMA PRACTICE*2 ORG_LIC ASST_QUAL ASST_LIC
            FIRST_REG lost          ; licLost=true                       ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FIRST_REG
            FIRST_REG short         ; regShort=true                      ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FIRST_REG
            HMT_FORM                ; kind=HMT                           ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC HMT_FORM
            FOR_FORM                ; kind=FOREIGN                       ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FOR_FORM
            ORG_LIC hospital AAA    ; empl=AAA                           ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            ORG_LIC village         ; empl=VILLAGE                       ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            ORG_LIC not CDC         ; empl=CDC                           ; ID_DOC*3 DIPLOMA PROBATION
            ORG_LIC not unemployed  ; empl=NONE                          ; ID_DOC*3 DIPLOMA PROBATION
            SHICHENG                ; level=ASST tcm=SHICHENG            ; ID_DOC*3 SHICHENG PROBATION ORG_LIC
            ZHUANCHANG              ; level=ASST tcm=ZHUANCHANG          ; ID_DOC*3 ZHUANCHANG PROBATION ORG_LIC
            FRESH_COMMIT            ; fresh=true                         ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FRESH_COMMIT
            ADDON                   ; addon=true                         ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC ADDON
            GRAD_PROOF              ; diplomaLost=true                   ; ID_DOC*3 GRAD_PROOF PROBATION ORG_LIC
            GRAD_PROOF not optional ; level=ASST tcm=SHICHENG diplomaLost=true ; ID_DOC*3 SHICHENG PROBATION ORG_LIC
            """)
    void everyRowAsksForExactlyItsMaterials(String row, String facts, String required) {
        Asked.of(PROFILE, facts == null ? "" : facts)
                .requires(required)
                .isCovered(true)
                .misses();
    }

    /** MIL_ID, MIL_CONSENT, NOTICE and APPLY_FORM are handed in on paper. */
    @Test
    void soldiersUploadNothing() {
        Resolution resolution =
                Asked.of(PROFILE, "kind=MIL").isCovered(true).misses().resolution();

        assertThat(resolution.upload()).isFalse();
        assertThat(resolution.required()).isEmpty();
        assertThat(Asked.of(PROFILE, "").resolution().upload()).isTrue();
    }

    @Test
    void whatSpTellsAtLeastIsEnoughToBegin() {
        Asked.of(PROFILE, Applicant.unknown().with("kind=LOCAL level=LIC edu=BAC hasAsst=false units=1"))
                .requires("ID_DOC*3 DIPLOMA PROBATION")
                .isCovered(true)
                .misses(
                        "addon",
                        "diplomaLost",
                        "empl",
                        "entryYear",
                        "foreignDeg",
                        "fresh",
                        "hmtDeg",
                        "licLost",
                        "regShort",
                        "tcm");
    }

    @Test
    void aReliefOfWhichNobodyKnowsIsNotGiven() {
        Asked.of(PROFILE, "tcm=?")
                .requires("ID_DOC*3 DIPLOMA PROBATION ORG_LIC")
                .misses("tcm");
        Asked.of(PROFILE, "diplomaLost=?")
                .requires("ID_DOC*3 DIPLOMA PROBATION ORG_LIC")
                .misses("diplomaLost");
    }

    @Test
    void oneCertificateIsCertainThoughNobodySaysHowManyUnits() {
        Asked.of(PROFILE, "units=?")
                .requires("ID_DOC*3 DIPLOMA PROBATION ORG_LIC")
                .misses("units");
    }
}
