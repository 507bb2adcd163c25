package org.medexam.smp.server.material;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.logging.Logger;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.server.dossier.Dossiers;

/**
 * Logs catalogues that dossiers use and whose file is missing. SMP refuses requests for these dossiers until the file is
 * back. The start continues, because other dossiers are not affected.
 */
@Singleton
public class MissingCatalogues {

    private static final Logger LOG = Logger.getLogger(MissingCatalogues.class.getName());

    private final Dossiers dossiers;
    private final Catalogue catalogue;

    @Inject
    MissingCatalogues(Dossiers dossiers, Catalogue catalogue) {
        this.dossiers = dossiers;
        this.catalogue = catalogue;
    }

    public void logMissingCatalogues() {
        dossiers.cataloguesInUse().stream()
                .filter(id -> catalogue.profile(id).isEmpty())
                .forEach(id -> LOG.severe(() -> "dossiers began with the catalogue " + id
                        + ", which is not there: put its file back into conf/catalogues and start SMP anew"));
    }
}
