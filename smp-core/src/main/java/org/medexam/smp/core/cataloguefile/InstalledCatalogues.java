package org.medexam.smp.core.cataloguefile;

import java.nio.file.Path;
import java.time.ZoneId;
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

    /**
     * Reads all of them, once, at the start.
     *
     * @throws SettingsRefused with every fault of every file, or when no catalogue has the id that {@code
     *     smp.catalogue} names
     */
    public static InstalledCatalogues read(SmpSettings settings) {
        String wanted = settings.district().catalogue();
        List<FileFault> faults = new ArrayList<>();
        InstalledCatalogues installed =
                read(settings.home(), settings.district().zone(), faults);
        List<SettingsFault> all = new ArrayList<>(
                faults.stream().map(InstalledCatalogues::settingsFault).toList());
        // a faulty file may be the one that is meant
        if (all.isEmpty() && installed.catalogue().profile(wanted).isEmpty()) {
            all.add(unknown(wanted, installed.catalogue()));
        }
        if (!all.isEmpty()) {
            throw new SettingsRefused(settings.home().resolve("conf").resolve("smp.properties"), all);
        }
        return installed;
    }

    /**
     * Reads what is sound, for whoever only looks.
     *
     * @param home SMP_HOME
     * @param zone in which the windows' days are meant
     * @param faults receives what is not; where there are any, a server does not start
     */
    public static InstalledCatalogues read(Path home, ZoneId zone, List<FileFault> faults) {
        Path folder = home.resolve("conf").resolve("catalogues");
        Catalogue catalogue = new CatalogueFiles(zone).builtInAnd(folder, faults);
        return new InstalledCatalogues(
                catalogue, SamplePictures.of(folder.resolve(SamplePictures.FOLDER), catalogue, faults));
    }

    private static SettingsFault unknown(String id, Catalogue catalogue) {
        String ids = String.join(" ", catalogue.ids());
        return new SettingsFault(
                SettingKey.CATALOGUE.key(),
                CatalogueMessages.CHINESE.say(CatalogueError.NO_SUCH_CATALOGUE.message(), id, ids),
                CatalogueMessages.ENGLISH.say(CatalogueError.NO_SUCH_CATALOGUE.message(), id, ids));
    }

    private static SettingsFault settingsFault(FileFault fault) {
        return new SettingsFault(FOLDER + "/" + fault.place(), fault.chinese(), fault.english());
    }
}
