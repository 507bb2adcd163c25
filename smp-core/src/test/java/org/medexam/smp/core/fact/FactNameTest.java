package org.medexam.smp.core.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactNameTest {

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

    @Test
    void statedFactsAreKnownAndNothingElseIs() {
        Facts facts = Facts.of(Map.of("edu", "BAC", "units", 2));

        assertThat(facts.value(FactName.EDU)).contains("BAC");
        assertThat(facts.value(FactName.LEVEL)).isEmpty();
        assertThat(facts.toString()).doesNotContain("BAC");
        assertThatThrownBy(() -> Facts.of(Map.of("edu", "BACHELOR"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Facts.of(Map.of("education", "BAC"))).isInstanceOf(IllegalArgumentException.class);
    }
}
