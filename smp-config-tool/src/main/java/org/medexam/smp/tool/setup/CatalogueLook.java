package org.medexam.smp.tool.setup;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.cataloguefile.CatalogueFileRefused;
import org.medexam.smp.core.cataloguefile.CatalogueFiles;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.Texts;

/** Looks whether the district's catalogue is there, built in or in {@code conf/catalogues}. */
public final class CatalogueLook {

    private static final ZoneId USUAL = ZoneId.of("Asia/Shanghai");

    private final Texts texts;
    private final Wording words;

    public CatalogueLook(Texts texts) {
        this.texts = texts;
        words = Wording.of(texts, "catalogue.subject");
    }

    /** The ids that can be chosen, which takes a second the first time; those that come built in when a file of the district's own is faulty. */
    public List<String> ids(Draft draft) {
        CatalogueFiles files = new CatalogueFiles(zone(draft));
        try {
            return ids(files.builtInAnd(folder(draft)));
        } catch (CatalogueFileRefused | UncheckedIOException faulty) {
            return ids(files.builtIn());
        }
    }

    private static List<String> ids(Catalogue catalogue) {
        return List.copyOf(catalogue.ids());
    }

    public List<Finding> look(Draft draft) {
        List<Finding> findings = new ArrayList<>();
        try {
            new CatalogueFiles(zone(draft)).builtInAnd(folder(draft));
        } catch (CatalogueFileRefused refused) {
            refused.faults()
                    .forEach(fault -> findings.add(words.fault(
                            "catalogue.faulty",
                            fault.file(),
                            fault.line(),
                            texts.chinese() ? fault.chinese() : fault.english())));
        } catch (UncheckedIOException unreadable) {
            findings.add(words.fault("catalogue.unreadable", folder(draft)));
        }
        String id = draft.value(SettingKey.CATALOGUE);
        List<String> known = ids(draft);
        findings.add(
                known.contains(id)
                        ? words.good("catalogue.good", id)
                        : words.fault("catalogue.unknown", id, String.join(", ", known)));
        return List.copyOf(findings);
    }

    private static Path folder(Draft draft) {
        return draft.home().resolve("conf").resolve("catalogues");
    }

    private static ZoneId zone(Draft draft) {
        try {
            String zone = draft.value(SettingKey.DISTRICT_ZONE);
            return zone.isEmpty() ? USUAL : ZoneId.of(zone);
        } catch (DateTimeException faulty) {
            return USUAL;
        }
    }
}
