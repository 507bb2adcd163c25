package org.medexam.smp.server.dossier;

/** Changes a state past the lifecycle: planted for {@code ArchitectureTest} and {@code StateStatementsTest}. */
final class PlantedBypass {

    static final String STATEMENT = "UPDATE Dossier d SET d.version = 1, d.state = 'passed' WHERE d.id = :id";

    private PlantedBypass() {}

    static void pass(Dossier dossier) {
        dossier.enter(DossierState.PASSED, null);
    }
}
