package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of the notice of 石家庄 2022 (S4, 三, 五, 附件1). */
class ShijiazhuangRowsTest {

    private static final String PROFILE = "shijiazhuang-2022";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            (一)1                ; edu=PG pg=THIS_YEAR                  ; ID_DOC*3 STUDENT MENTOR PG_PRACT FRESH_COMMIT
            (一)2                ; edu=PG pg=LONG                       ; ID_DOC*3 STUDENT DIPLOMA MENTOR PG_PRACT PG_TYPE
            (一)3                ; edu=PG pg=DONE                       ; ID_DOC*3 DIPLOMA DEGREE MENTOR PROBATION ORG_LIC
            (二)                 ; edu=BAC                              ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR
            (二) upgraded        ; upgraded=true bacEntry=2015-09-01    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR COL_DIPLOMA DEGREE
            (二) upgraded before ; upgraded=true bacEntry=2015-08-31    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR
            (三) college         ; edu=COL hasAsst=true                 ; ID_DOC*3 DIPLOMA ORG_LIC ASST_QUAL ASST_LIC PRACTICE MENTOR
            (三) secondary       ; edu=SEC hasAsst=true                 ; ID_DOC*3 DIPLOMA*2 SEC_AUTH ORG_LIC ASST_QUAL ASST_LIC PRACTICE MENTOR
            (四) college         ; level=ASST edu=COL                   ; ID_DOC*3 DIPLOMA PROBATION MENTOR ORG_LIC
            (四) secondary       ; level=ASST edu=SEC                   ; ID_DOC*3 DIPLOMA*2 SEC_AUTH PROBATION MENTOR ORG_LIC
            (五) known skill     ; level=ASST edu=SEC tcm=ZHUANCHANG    ; ID_DOC*3 ZHUANCHANG PROBATION ORG_LIC MENTOR
            (五) master's pupil  ; level=ASST tcm=SHICHENG              ; ID_DOC*3 SHICHENG PROBATION ORG_LIC MENTOR
            (六)                 ; level=RURAL edu=COL empl=TOWNSHIP    ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR
            (六) secondary       ; level=RURAL edu=SEC empl=VILLAGE     ; ID_DOC*3 DIPLOMA*2 SEC_AUTH PROBATION ORG_LIC MENTOR
            ORG_LIC not army     ; empl=ARMY                            ; ID_DOC*3 DIPLOMA PROBATION MENTOR
            ORG_LIC not AAA      ; empl=AAA                             ; ID_DOC*3 DIPLOMA PROBATION MENTOR
            ORG_LIC not CDC      ; empl=CDC orgChanged=true             ; ID_DOC*3 DIPLOMA PROBATION MENTOR
            ORG_LIC_CHG          ; orgChanged=true                      ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC ORG_LIC_CHG MENTOR
            ORG_LIC_CHG not PG   ; edu=PG pg=LONG orgChanged=true       ; ID_DOC*3 STUDENT DIPLOMA MENTOR PG_PRACT PG_TYPE
            ARMY_ORG             ; empl=ARMY civInArmy=true             ; ID_DOC*3 DIPLOMA PROBATION MENTOR ARMY_ORG
            PROBATION per unit   ; units=2                              ; ID_DOC*3 DIPLOMA PROBATION*2 ORG_LIC MENTOR
            PRACTICE per unit    ; edu=COL hasAsst=true units=2         ; ID_DOC*3 DIPLOMA ORG_LIC ASST_QUAL ASST_LIC PRACTICE*2 MENTOR
            only PRACTICE        ; hasAsst=true                         ; ID_DOC*3 DIPLOMA PRACTICE ORG_LIC MENTOR
            only PRACTICE, PG    ; edu=PG hasAsst=true                  ; ID_DOC*3 DIPLOMA DEGREE PRACTICE ORG_LIC MENTOR
            FIRST_REG            ; regShort=true                        ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR FIRST_REG
            FRESH_COMMIT         ; gradYear=2021                        ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR FRESH_COMMIT
            FRESH_COMMIT not     ; gradYear=2020 fresh=true             ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR
            ADDON ADDON_PUB      ; addon=true trialPost=儿科            ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR ADDON ADDON_PUB
            ADDON not 2021       ; addon=true trialPost=儿科 gradYear=2021 ; ID_DOC*3 DIPLOMA PROBATION ORG_LIC MENTOR FRESH_COMMIT
            GRAD_PROOF           ; diplomaLost=true                     ; ID_DOC*3 GRAD_PROOF PROBATION ORG_LIC MENTOR
            GRAD_PROOF secondary ; level=ASST edu=SEC diplomaLost=true  ; ID_DOC*3 GRAD_PROOF SEC_AUTH PROBATION MENTOR ORG_LIC
            GRAD_PROOF no use    ; edu=PG pg=THIS_YEAR diplomaLost=true ; ID_DOC*3 STUDENT MENTOR PG_PRACT FRESH_COMMIT
            FOR_DEG              ; foreignDeg=true                      ; ID_DOC*3 DIPLOMA DEGREE FOR_DEG PROBATION ORG_LIC MENTOR
            soldier              ; kind=MIL empl=ARMY                   ; ID_DOC*3 DIPLOMA PROBATION MENTOR
            """)
    void everyRowAsksForExactlyItsMaterials(String row, String facts, String required) {
        Asked.of(PROFILE, facts == null ? "" : facts)
                .requires(required)
                .isCovered(true)
                .misses();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind=HMT", "kind=FOREIGN", "edu=COL", "edu=SEC", "level=ASST edu=BAC"})
    void whomTheNoticeLeavesToOtherPapersHandsInTheIdAlone(String facts) {
        Asked.of(PROFILE, facts).requires("ID_DOC*3").isCovered(false).misses();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            edu=PG pg=THIS_YEAR inProvince=false               ; 外省应届研究生
            edu=PG pg=THIS_YEAR                                ;
            edu=COL hasAsst=true asstRegOn=2020-08-19          ; 专科学历毕业的
            edu=COL hasAsst=true asstRegOn=2020-08-18          ;
            edu=SEC hasAsst=true asstRegOn=2017-08-19          ; 中专学历毕业的
            edu=SEC hasAsst=true asstRegOn=2017-08-18          ;
            level=RURAL edu=COL empl=COMMUNITY                 ; 试用机构为社区卫生服务中心
            level=RURAL edu=COL empl=CLINIC                    ; 试用机构为社区卫生服务中心
            level=RURAL edu=COL empl=TOWNSHIP                  ;
            level=ASST tcm=ZHUANCHANG tcmCertOn=2021-09-01     ; 师承出师证书或确有专长证书
            level=ASST tcm=ZHUANCHANG tcmCertOn=2021-08-31     ;
            addon=true gradYear=2021 trialPost=院前急救        ; 2021年毕业的应届生
            addon=true trialPost=内科                          ; 报考执业医师参加短线
            addon=true trialPost=院前急救                      ;
            """)
    void whoMayNotSitIsNamedForReviewers(String facts, String because) {
        Asked asked = Asked.of(PROFILE, facts);
        if (because == null) {
            asked.isRefusedBecause();
        } else {
            asked.isRefusedBecause(because);
        }
    }

    @Test
    void aSecondaryDiplomaIsExactlyItsTwoSides() {
        assertThat(Asked.of(PROFILE, "level=ASST edu=SEC")
                        .resolution()
                        .slot("DIPLOMA")
                        .orElseThrow()
                        .maxCount())
                .isEqualTo(2);
        assertThat(Asked.of(PROFILE, "level=ASST edu=COL")
                        .resolution()
                        .slot("DIPLOMA")
                        .orElseThrow()
                        .maxCount())
                .isEqualTo(4);
    }

    @Test
    void theDayOfRegistrationIsMissingWhereTheAdviceHangsOnIt() {
        Asked.of(PROFILE, "edu=COL hasAsst=true asstRegOn=?").isRefusedBecause().misses("asstRegOn");
        Asked.of(PROFILE, "asstRegOn=?").misses();
    }
}
