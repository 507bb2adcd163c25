package org.medexam.smp.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/**
 * One of the house's nevers. It must hold in the house, and must find the violation that is planted for it in the
 * tests: a rule that finds nothing guards nothing.
 */
record Never(ArchRule rule) {

    static JavaClasses house() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.medexam.smp.server");
    }

    static JavaClasses planted() {
        return new ClassFileImporter().importPackages("org.medexam.smp.server.planted");
    }

    void holdsIn(JavaClasses house) {
        rule.check(house);
    }

    void isBrokenIn(JavaClasses planted) {
        assertThat(rule.evaluate(planted).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Override
    public String toString() {
        return rule.getDescription();
    }
}
