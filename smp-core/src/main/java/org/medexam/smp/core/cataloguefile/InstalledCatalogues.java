package org.medexam.smp.core.cataloguefile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.settings.SettingKey;
import org.medexam.smp.core.settings.SettingsFault;
import org.medexam.smp.core.settings.SettingsRefused;
import org.medexam.smp.core.settings.SmpSettings;

/**
 * The catalogues of one installation: the five that come built in, and what the district put into {@code
 * SMP_HOME/conf/catalogues}.
 *
 * @param samples the district's own sample pictures
 */
public record InstalledCatalogues(Catalogue catalogue, SamplePictures samples) {

    private static final String FOLDER = "conf/catalogues";

    /** The folder for a district's own files; it need not be there. */
    public static Path folder(Path home) {
        return home.resolve("conf").resolve("catalogues");
    }

    /**
     * Reads all of them, once, at the start.
     *
     * @throws SettingsRefused with every fault of every file, or when no catalogue has the id that {@code
     *     smp.catalogue} names
     */
    public static InstalledCatalogues read(SmpSettings settings) {
        Path folder = folder(settings.home());
        List<FileFault> faults = new ArrayList<>();
        Catalogue catalogue = new CatalogueFiles(settings.district().zone()).builtInAnd(folder, faults);
        SamplePictures samples = SamplePictures.of(folder.resolve(SamplePictures.FOLDER), catalogue, faults);
        List<SettingsFault> all = new ArrayList<>();
        // a faulty file may be the one that is meant
        if (faults.isEmpty()
                && catalogue.profile(settings.district().catalogue()).isEmpty()) {
            all.add(unknown(settings.district().catalogue(), catalogue));
        }
        faults.stream().map(InstalledCatalogues::settingsFault).forEach(all::add);
        if (!all.isEmpty()) {
            throw new SettingsRefused(settings.home().resolve("conf").resolve("smp.properties"), all);
        }
        return new InstalledCatalogues(catalogue, samples);
    }

    private static SettingsFault unknown(String id, Catalogue catalogue) {
        String ids = String.join(" ", catalogue.ids());
        return new SettingsFault(
                SettingKey.CATALOGUE.key(),
                Words.CHINESE.say(Wrong.NO_SUCH_CATALOGUE.message(), id, ids),
                Words.ENGLISH.say(Wrong.NO_SUCH_CATALOGUE.message(), id, ids));
    }

    private static SettingsFault settingsFault(FileFault fault) {
        return new SettingsFault(FOLDER + "/" + fault.place(), fault.chinese(), fault.english());
    }
}
