package org.medexam.smp.tool.window;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.cataloguefile.CatalogueFileRefused;
import org.medexam.smp.core.cataloguefile.CatalogueFiles;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.tool.setup.CatalogueInspection;
import org.medexam.smp.tool.setup.Draft;
import org.medexam.smp.tool.setup.Finding;

/** 考区: code, name, and the catalogue with which new dossiers begin. */
final class DistrictPage extends Page {

    /** A catalogue to choose. */
    private record Choice(String id, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a look at the catalogues found. */
    private record Seen(List<Choice> choices, List<Finding> findings) {}

    private static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");

    private final JComboBox<Choice> catalogue = new JComboBox<>();
    private List<Choice> catalogues = List.of();
    private List<Choice> offered = List.of();
    private boolean filling;

    DistrictPage(PageContext desk) {
        super(desk, "district");
        shortField(SettingKey.DISTRICT_CODE, "district-code");
        field(SettingKey.DISTRICT_NAME, "district-name");
        row(SettingKey.CATALOGUE, FormRow.wide(desk.texts(), form, "catalogue", catalogue));
        catalogue.addActionListener(chosen -> {
            if (!filling && catalogue.getSelectedItem() instanceof Choice choice) {
                editing.change(SettingKey.CATALOGUE, choice.id());
                readCatalogues();
            }
        });
    }

    /** The district's own files may have come since. */
    @Override
    void shown() {
        readCatalogues();
    }

    private void readCatalogues() {
        Draft draft = editing.draft();
        String zone = editing.value(SettingKey.DISTRICT_ZONE);
        Path folder = draft.home().resolve("conf").resolve("catalogues");
        work(
                "catalogues",
                () -> {
                    CatalogueFiles files = new CatalogueFiles(zone.isEmpty() ? DEFAULT_ZONE : ZoneId.of(zone));
                    return new Seen(choices(files, folder), new CatalogueInspection(desk.texts()).look(draft));
                },
                seen -> {
                    catalogues = seen.choices();
                    offer();
                    found(
                            SettingKey.CATALOGUE,
                            seen.findings().stream()
                                    .filter(finding -> finding.level() != Finding.Level.GOOD)
                                    .toList());
                },
                this::unexpected);
    }

    /** Those that come built in at least: what is wrong with the district's own is told apart. */
    private static List<Choice> choices(CatalogueFiles files, Path folder) {
        return read(files, folder).profiles().stream()
                .map(profile -> new Choice(profile.id(), profile.name() + "  (" + profile.id() + ")"))
                .toList();
    }

    private static Catalogue read(CatalogueFiles files, Path folder) {
        try {
            return files.builtInAnd(folder);
        } catch (CatalogueFileRefused | UncheckedIOException faulty) {
            return files.builtIn();
        }
    }

    /** One that is set and not there is offered too: choosing is the person's, not ours. */
    private void offer() {
        filling = true;
        String id = editing.value(SettingKey.CATALOGUE);
        List<Choice> all = new ArrayList<>(catalogues);
        if (!id.isEmpty() && all.stream().noneMatch(choice -> choice.id().equals(id))) {
            all.add(new Choice(id, id));
        }
        // another model would shut the list in the face of who is choosing
        if (!all.equals(offered)) {
            offered = List.copyOf(all);
            catalogue.setModel(new DefaultComboBoxModel<>(all.toArray(Choice[]::new)));
        }
        catalogue.setSelectedItem(all.stream()
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElse(null));
        filling = false;
    }

    @Override
    void filled() {
        offer();
        readCatalogues();
    }

    @Override
    Mark mark() {
        return keys().stream().map(this::markOf).reduce(Mark.DONE, Mark::with);
    }
}
