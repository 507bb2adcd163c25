package org.medexam.smp.architecture;

import com.tngtech.archunit.lang.ArchRule;

/** One rule of docs/architecture.md, named by its description. */
public record ArchitectureRule(ArchRule rule) {

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
