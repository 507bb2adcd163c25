package org.medexam.smp.tool.setup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.cataloguefile.FileFault;
import org.medexam.smp.core.cataloguefile.InstalledCatalogues;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.ToolMessages;

/** Looks whether the district's catalogue is there, built in or in {@code conf/catalogues}. */
public final class CatalogueInspection {

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final ToolMessages texts;
    private final FindingMessages words;

    public CatalogueInspection(ToolMessages texts) {
        this.texts = texts;
        words = FindingMessages.of(texts, "catalogue.subject");
    }

    /** The ids that can be chosen, of sound files alone; takes a second the first time. */
    public List<String> ids(Draft draft) {
        return List.copyOf(read(draft, new ArrayList<>()).catalogue().ids());
    }

    public List<Finding> look(Draft draft) {
        List<FileFault> faults = new ArrayList<>();
        List<String> known = List.copyOf(read(draft, faults).catalogue().ids());
        List<Finding> findings = new ArrayList<>();
        faults.forEach(fault -> findings.add(
                words.fault("catalogue.faulty", fault.place(), texts.chinese() ? fault.chinese() : fault.english())));
        String id = draft.value(SettingKey.CATALOGUE);
        // that none was chosen yet is the settings' to say
        if (known.contains(id)) {
            findings.add(words.good("catalogue.good", id));
        } else if (!id.isEmpty()) {
            findings.add(words.fault("catalogue.unknown", id, String.join(", ", known)));
        }
        return List.copyOf(findings);
    }

    private static InstalledCatalogues read(Draft draft, List<FileFault> faults) {
        return InstalledCatalogues.read(draft.home(), zone(draft), faults);
    }

    private static ZoneId zone(Draft draft) {
        try {
            String zone = draft.value(SettingKey.DISTRICT_ZONE);
            return zone.isEmpty() ? DEFAULT_ZONE : ZoneId.of(zone);
        } catch (DateTimeException faulty) {
            return DEFAULT_ZONE;
        }
    }
}
