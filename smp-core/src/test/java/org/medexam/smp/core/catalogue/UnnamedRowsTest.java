package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medexam.smp.core.cataloguefile.BuiltIn;

/** The rows of the unnamed notice of 2022 (S3, 附件2 二). */
class UnnamedRowsTest {

    private static final String PROFILE = "unnamed-2022";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            always             ;                              ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            FOR_DEG foreign    ; foreignDeg=true              ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FOR_DEG
            FOR_DEG HMT        ; hmtDeg=true                  ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FOR_DEG
            DEGREE             ; fullTime=true                ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC DEGREE
            DEGREE PG          ; edu=PG fullTime=true         ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC DEGREE
            DEGREE not college ; level=ASST edu=COL fullTime=true ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC
            HMT_FORM           ; kind=HMT                     ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC HMT_FORM
            FOR_FORM           ; kind=FOREIGN                 ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FOR_FORM
            PROBATION per unit ; units=4                      ; ID_DOC*3 DIPLOMA PROBATION*4 ORG_LIC
            ORG_LIC not CDC    ; empl=CDC                     ; ID_DOC*3 DIPLOMA PROBATION
            SHICHENG           ; level=ASST tcm=SHICHENG      ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC SHICHENG@DIPLOMA
            ZHUANCHANG         ; level=ASST tcm=ZHUANCHANG    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC ZHUANCHANG@DIPLOMA
            assistant          ; edu=COL hasAsst=true         ; ID_DOC*3 DIPLOMA PRACTICE ORG_LIC ASST_QUAL ASST_LIC
            PRACTICE per unit  ; hasAsst=true units=2         ; ID_DOC*3 DIPLOMA PRACTICE*2 ORG_LIC ASST_QUAL ASST_LIC
            FIRST_REG          ; regShort=true                ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FIRST_REG
            FRESH_COMMIT       ; fresh=true                   ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC FRESH_COMMIT
            ADDON              ; addon=true                   ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC ADDON
            MIL_ID MIL_CONSENT ; kind=MIL                     ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MIL_ID MIL_CONSENT
            GRAD_PROOF         ; diplomaLost=true             ; ID_DOC*3 GRAD_PROOF PROBATION ORG_LIC
            """)
    void everyRowAsksForExactlyItsMaterials(String row, String facts, String required) {
        Asked.of(PROFILE, facts == null ? "" : facts)
                .requires(required)
                .isCovered(true)
                .misses();
    }

    @Test
    void soldiersMayUploadHere() {
        assertThat(Asked.of(PROFILE, "kind=MIL").resolution().upload()).isTrue();
    }

    @Test
    void aPaperPlacedInTheDiplomaSlotMakesThatSlotHoldBoth() {
        Resolution master = Asked.of(PROFILE, "level=ASST tcm=SHICHENG").resolution();
        ResolvedMaterial slot = master.slot("DIPLOMA").orElseThrow();

        assertThat(slot.minCount()).isEqualTo(2);
        assertThat(slot.maxCount()).isEqualTo(8);
        assertThat(slot.source()).contains("附件2 二2：").contains("附件2 二7：");
        assertThat(master.slot("SHICHENG")).isEmpty();
        assertThat(Asked.of(PROFILE, "")
                        .resolution()
                        .slot("DIPLOMA")
                        .orElseThrow()
                        .minCount())
                .isEqualTo(1);
    }

    @Test
    void educationPapersAreAskedForOneByOneAndNeverRequired() {
        assertThat(BuiltIn.profile(PROFILE).material("EDU_OTHER")).isPresent();
        assertThat(BuiltIn.profile(PROFILE).rules().allDemands())
                .noneMatch(demand -> demand.material().equals("EDU_OTHER"));
    }
}
