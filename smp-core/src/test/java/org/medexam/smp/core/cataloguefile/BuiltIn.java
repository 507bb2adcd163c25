package org.medexam.smp.core.cataloguefile;

import java.time.ZoneId;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.Profile;

/** The five built-in catalogues, read once for all tests. */
public final class BuiltIn {

    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private static final Catalogue CATALOGUE = new CatalogueFiles(SHANGHAI).builtIn();

    private BuiltIn() {}

    public static Catalogue catalogue() {
        return CATALOGUE;
    }

    public static Profile profile(String id) {
        return CATALOGUE.profile(id).orElseThrow();
    }
}
