package org.medexam.smp.core.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.medexam.smp.core.cataloguefile.BuiltIn;
import org.medexam.smp.core.fact.Applicant;
import org.medexam.smp.core.fact.FactName;

/** Asks one built-in catalogue about the plain applicant with some facts changed. */
final class Asked {

    private final Resolution resolution;

    private Asked(Resolution resolution) {
        this.resolution = resolution;
    }

    static Asked of(String profile, String facts) {
        return of(profile, Applicant.plain().with(facts));
    }

    static Asked of(String profile, Applicant applicant) {
        return new Asked(BuiltIn.profile(profile).resolve(applicant.facts()));
    }

    Resolution resolution() {
        return resolution;
    }

    /** @param materials exactly these, e.g. {@code ID_DOC*3 DIPLOMA SHICHENG@DIPLOMA}: pictures at least, slot */
    Asked requires(String materials) {
        assertThat(resolution.required().stream().map(Asked::written).toList())
                .containsExactlyInAnyOrder(materials.strip().split(" +"));
        return this;
    }

    private static String written(ResolvedMaterial material) {
        return material.code()
                + (material.minCount() == 1 ? "" : "*" + material.minCount())
                + material.slot().map(slot -> "@" + slot).orElse("");
    }

    Asked misses(String... facts) {
        assertThat(new TreeSet<>(
                        resolution.missing().stream().map(FactName::wireName).toList()))
                .isEqualTo(new TreeSet<>(List.of(facts)));
        return this;
    }

    Asked isCovered(boolean covered) {
        assertThat(resolution.covered()).isEqualTo(covered);
        return this;
    }

    /** @param beginnings of the advice, in order */
    Asked isRefusedBecause(String... beginnings) {
        assertThat(resolution.refused()).hasSameSizeAs(beginnings);
        assertThat(Arrays.stream(beginnings).toList())
                .allSatisfy(beginning -> assertThat(resolution.refused())
                        .anyMatch(advice -> advice.text().startsWith(beginning)));
        return this;
    }
}
