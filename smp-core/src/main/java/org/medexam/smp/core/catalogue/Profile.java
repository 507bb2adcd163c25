package org.medexam.smp.core.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A district's and year's list of materials.
 *
 * @param id e.g. {@code baiyin-2021}
 * @param materials in the order in which candidates see them
 */
public record Profile(
        String id, String name, List<MaterialRule> materials, UploadWindow window, CommitmentText commitment) {

    public Profile {
        materials = List.copyOf(materials);
    }

    public Optional<MaterialRule> material(String code) {
        return materials.stream().filter(rule -> rule.code().equals(code)).findAny();
    }
}
