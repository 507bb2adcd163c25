package org.medexam.smp.core.cataloguefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong with one file, so that all of it is said at once. */
final class Faults {

    private final String file;
    private final List<FileFault> faults = new ArrayList<>();

    Faults(String file) {
        this.file = file;
    }

    void add(int line, CatalogueError wrong, Object... arguments) {
        faults.add(FileFault.of(file, line, wrong, arguments));
    }

    /** @throws CatalogueFileRefused when there are any */
    void refuse() {
        if (!faults.isEmpty()) {
            faults.sort(Comparator.comparingInt(FileFault::line));
            throw new CatalogueFileRefused(faults);
        }
    }
}
