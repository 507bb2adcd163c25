package org.medexam.smp.tool.window;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import org.medexam.smp.core.cataloguefile.CatalogueFileRefused;
import org.medexam.smp.core.cataloguefile.CatalogueFiles;
import org.medexam.smp.core.settings.SettingKey;

/** 考区: code, name, and the catalogue with which new dossiers begin. */
final class DistrictPage extends Page {

    /** A catalogue to choose. */
    private record Choice(String id, String name) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final JComboBox<Choice> catalogue = new JComboBox<>();
    private List<Choice> catalogues = List.of();
    private boolean filling;

    DistrictPage(Desk desk) {
        super(desk, "district");
        shortField(SettingKey.DISTRICT_CODE, "district-code");
        field(SettingKey.DISTRICT_NAME, "district-name");
        row(SettingKey.CATALOGUE, FormRow.wide(desk.texts(), form, "catalogue", catalogue));
        catalogue.addActionListener(chosen -> {
            if (!filling && catalogue.getSelectedItem() instanceof Choice choice) {
                editing.change(SettingKey.CATALOGUE, choice.id());
            }
        });
    }

    /** The district's own files may have come since. */
    @Override
    void shown() {
        readCatalogues();
    }

    private void readCatalogues() {
        Path folder = editing.draft().home().resolve("conf").resolve("catalogues");
        String zone = editing.value(SettingKey.DISTRICT_ZONE);
        work(
                "catalogues",
                () -> new CatalogueFiles(zone.isEmpty() ? ZoneId.of("Asia/Shanghai") : ZoneId.of(zone))
                        .builtInAnd(folder).profiles().stream()
                                .map(profile -> new Choice(profile.id(), profile.name() + "　(" + profile.id() + ")"))
                                .toList(),
                read -> {
                    catalogues = read;
                    offer();
                },
                thrown -> {
                    if (!(thrown instanceof CatalogueFileRefused)) {
                        unexpected(thrown);
                    }
                    row(SettingKey.CATALOGUE).fault(thrown.getMessage());
                });
    }

    /** One that is set and not there is offered too: choosing is the person's, not ours. */
    private void offer() {
        filling = true;
        String id = editing.value(SettingKey.CATALOGUE);
        List<Choice> all = new ArrayList<>(catalogues);
        if (!id.isEmpty() && all.stream().noneMatch(choice -> choice.id().equals(id))) {
            all.add(new Choice(id, id));
        }
        catalogue.setModel(new DefaultComboBoxModel<>(all.toArray(Choice[]::new)));
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
