package org.medexam.smp.core.launch;

import java.nio.file.Path;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.imaging.mark.DistrictKey;
import org.medexam.smp.imaging.mark.DistrictMark;

/** The watermark of an installation: as its settings say, with the secret in {@code SMP_HOME/conf/stamp.key}. */
public final class InstalledMark {

    private InstalledMark() {}

    /**
     * Makes the secret where there is none yet.
     *
     * @throws IllegalStateException when the secret's file holds something else
     * @throws java.io.UncheckedIOException when it cannot be read or made
     */
    public static DistrictMark of(SmpSettings settings) {
        DistrictKey key = new DistrictKey(KeyFile.foundOrMade(key(settings.home())));
        return new DistrictMark(settings.stamp().lettering(), settings.stamp().strength(), key);
    }

    /** Where the secret lies: beside the settings, so that backups carry it and upgrades leave it. */
    public static Path key(Path home) {
        return home.resolve("conf").resolve("stamp.key");
    }
}
