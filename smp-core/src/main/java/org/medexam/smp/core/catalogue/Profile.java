package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Optional;
import org.medexam.smp.core.fact.Facts;
import org.medexam.smp.core.rule.Rules;

/**
 * A district's and year's list of materials with its rules.
 *
 * @param id e.g. {@code baiyin-2021}
 * @param materials in the order in which candidates see them
 */
public record Profile(
        String id,
        String name,
        Notice notice,
        List<MaterialEntry> materials,
        Rules rules,
        UploadWindow window,
        NoticeTexts texts) {

    public Profile {
        materials = List.copyOf(materials);
    }

    public Optional<MaterialEntry> material(String code) {
        return materials.stream().filter(entry -> entry.code().equals(code)).findAny();
    }

    /** What an applicant of whom this is known hands in. */
    public Resolution resolve(Facts facts) {
        return new Resolver(this, facts).resolution();
    }

    public CommitmentText commitment() {
        return texts.commitment();
    }
}
