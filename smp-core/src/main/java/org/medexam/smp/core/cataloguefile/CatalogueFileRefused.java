package org.medexam.smp.core.cataloguefile;

import java.util.List;
import java.util.stream.Collectors;

/** A catalogue file does not do. The message lists every fault, one a line, in Chinese and in English. */
public final class CatalogueFileRefused extends RuntimeException {

    private final transient List<FileFault> faults;

    CatalogueFileRefused(List<FileFault> faults) {
        super(faults.stream()
                .map(fault -> fault.text(CatalogueMessages.CHINESE) + " / " + fault.english())
                .collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    /** In the order of the lines; never empty. */
    public List<FileFault> faults() {
        return faults;
    }
}
