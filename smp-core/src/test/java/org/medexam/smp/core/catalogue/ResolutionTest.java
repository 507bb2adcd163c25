package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medexam.smp.core.cataloguefile.BuiltIn;
import org.medexam.smp.core.fact.Applicant;
import org.medexam.smp.core.fact.FactName;

class ResolutionTest {

    private static final int APPLICANTS = 300;

    /** So a later change of facts leaves every picture a place. */
    @ParameterizedTest
    @ValueSource(strings = {"baiyin-2021", "weihai-2020", "hunan-2021", "unnamed-2022", "shijiazhuang-2022"})
    void whateverTheFactsEveryMaterialOfTheNoticeHasItsPlace(String id) {
        Profile profile = BuiltIn.profile(id);
        List<String> slots = sortedSlots(profile.resolve(Applicant.plain().facts()));
        Random random = new Random(20210106);

        for (int i = 0; i < APPLICANTS; i++) {
            Applicant applicant = someone(random);
            Resolution resolution = profile.resolve(applicant.facts());

            assertThat(sortedSlots(resolution)).isEqualTo(slots);
            assertThat(resolution.materials()).hasSameSizeAs(profile.materials());
            assertThat(resolution.materials())
                    .isSortedAccordingTo(
                            Comparator.comparing(ResolvedMaterial::required).reversed());
            assertThat(resolution.materials()).allSatisfy(material -> {
                assertThat(material.minCount() > 0).isEqualTo(material.required());
                assertThat(material.maxCount()).isGreaterThanOrEqualTo(Math.max(1, material.minCount()));
                assertThat(!material.required() || !material.source().isBlank()).isTrue();
            });
            if (!resolution.covered()) {
                assertThat(resolution.required())
                        .extracting(ResolvedMaterial::code)
                        .containsExactly("ID_DOC");
            }
        }
    }

    /** To state a missing fact that was not named changes nothing. */
    @ParameterizedTest
    @ValueSource(strings = {"baiyin-2021", "weihai-2020", "hunan-2021", "unnamed-2022", "shijiazhuang-2022"})
    void aFactThatIsNotNamedCouldChangeNothing(String id) {
        Profile profile = BuiltIn.profile(id);
        Random random = new Random(20210106);

        for (int i = 0; i < APPLICANTS; i++) {
            Applicant whole = someone(random);
            FactName hidden = FactName.values()[random.nextInt(FactName.values().length)];
            Resolution known = profile.resolve(whole.facts());
            Resolution without =
                    profile.resolve(whole.with(hidden.wireName() + "=?").facts());

            assertThat(known.missing()).isEmpty();
            if (without.missing().isEmpty()) {
                assertThat(asked(without)).isEqualTo(asked(known));
            } else {
                assertThat(without.missing()).containsExactly(hidden);
            }
        }
    }

    @Test
    void reasonsNameNoticePlaceAndSentence() {
        ResolvedMaterial licence =
                Asked.of("baiyin-2021", "").resolution().slot("ORG_LIC").orElseThrow();

        assertThat(licence.source()).isEqualTo("白银2021 一(二)7：工作单位是医疗机构的, 还须提交该机构《医疗机构执业许可证》副本复印件并盖公章。");
        assertThat(Asked.of("baiyin-2021", "empl=CDC")
                        .resolution()
                        .slot("ORG_LIC")
                        .orElseThrow()
                        .source())
                .isEqualTo(licence.source());
        assertThat(Asked.of("baiyin-2021", "")
                        .resolution()
                        .slot("OTHER")
                        .orElseThrow()
                        .source())
                .isEmpty();
    }

    /** All but the reasons, of which there may be one more. */
    private static List<Object> asked(Resolution resolution) {
        return List.of(
                resolution.upload(),
                resolution.covered(),
                resolution.refused(),
                resolution.required().stream()
                        .map(material -> material.code() + " " + material.minCount() + " " + material.maxCount())
                        .sorted()
                        .toList());
    }

    private static Applicant someone(Random random) {
        Applicant applicant = Applicant.plain();
        for (FactName fact : FactName.values()) {
            List<Object> values = fact.everyValue();
            if (!values.isEmpty()) {
                applicant = applicant.with(fact.wireName() + "=" + values.get(random.nextInt(values.size())));
            }
        }
        return applicant.with("units=" + random.nextInt(4) + " gradYear=" + (2020 + random.nextInt(3)) + " bacEntry="
                + (2014 + random.nextInt(3)) + "-09-01");
    }

    private static List<String> sortedSlots(Resolution resolution) {
        return List.copyOf(new TreeSet<>(
                resolution.slots().stream().map(ResolvedMaterial::code).toList()));
    }
}
