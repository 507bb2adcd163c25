package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void theBuiltInProfileAsksForThreePicturesOfTheIdAndTakesOtherAsOption() {
        Profile profile = Catalogue.builtIn().profile("baiyin-2021").orElseThrow();

        assertThat(profile.materials())
                .extracting(MaterialRule::code)
                .containsExactly("ID_DOC", "DIPLOMA", "PROBATION", "ORG_LIC", "OTHER");
        assertThat(profile.material("ID_DOC").orElseThrow().maxCount()).isEqualTo(3);
        assertThat(profile.material("OTHER").orElseThrow().required()).isFalse();
        assertThat(profile.material("other")).isEmpty();
    }

    @Test
    void aWindowIncludesItsFirstMomentAndNotItsEnd() {
        Instant opens = Instant.parse("2021-01-09T16:00:00Z");
        Instant closes = Instant.parse("2021-01-25T16:00:00Z");
        UploadWindow window = new UploadWindow(Optional.of(opens), Optional.of(closes));

        assertThat(window.isOpen(opens.minusMillis(1))).isFalse();
        assertThat(window.isOpen(opens)).isTrue();
        assertThat(window.isOpen(closes.minusMillis(1))).isTrue();
        assertThat(window.isOpen(closes)).isFalse();
        assertThat(UploadWindow.ALWAYS.isOpen(closes)).isTrue();
        assertThat(UploadWindow.ALWAYS
                        .overriddenBy(Optional.empty(), Optional.of(closes))
                        .isOpen(closes))
                .isFalse();
    }

    @Test
    void factsAreNamedAsInTheContractAndTakeTheirOwnValuesOnly() {
        assertThat(Arrays.stream(FactName.values()).map(FactName::wireName))
                .contains("kind", "hasAsst", "civInArmy", "asstRegOn", "trialPost", "units")
                .hasSize(30);
        assertThat(FactName.KIND.takes("LOCAL")).isTrue();
        assertThat(FactName.KIND.takes("local")).isFalse();
        assertThat(FactName.FRESH.takes(true)).isTrue();
        assertThat(FactName.FRESH.takes("true")).isFalse();
        assertThat(FactName.UNITS.takes(2)).isTrue();
        assertThat(FactName.UNITS.takes(-1)).isFalse();
        assertThat(FactName.BAC_ENTRY.takes("2015-09-01")).isTrue();
        assertThat(FactName.BAC_ENTRY.takes("2015-02-30")).isFalse();
        assertThat(FactName.MAJOR.takes(null)).isTrue();
    }
}
