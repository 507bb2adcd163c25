package org.medexam.smp.core.picture;

import java.nio.file.Path;
import org.medexam.smp.core.launch.KeyFile;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.settings.StampSettings;
import org.medexam.smp.imaging.mark.DistrictKey;
import org.medexam.smp.imaging.mark.DistrictMark;
import org.medexam.smp.imaging.mark.Lettering;
import org.medexam.smp.imaging.mark.Strength;

/** The watermark of an installation: text and strength from its settings, the secret from {@code conf/stamp.key}. */
public final class InstalledMark {

    private InstalledMark() {}

    /**
     * Builds the watermark; creates the secret if there is none yet.
     *
     * @throws IllegalStateException if the secret's file holds something else
     * @throws java.io.UncheckedIOException if the file can neither be read nor created
     */
    public static DistrictMark of(SmpSettings settings) {
        StampSettings stamp = settings.stamp();
        DistrictKey key = new DistrictKey(KeyFile.foundOrMade(key(settings.home())));
        return new DistrictMark(lettering(stamp.text()), new Strength(stamp.strength()), key);
    }

    private static Lettering lettering(String addition) {
        return Lettering.of(addition.isEmpty() ? Lettering.WATERMARK : Lettering.WATERMARK + " " + addition);
    }

    /** The secret's file: beside the settings, so that backups include it and upgrades keep it. */
    public static Path key(Path home) {
        return home.resolve("conf").resolve("stamp.key");
    }
}
