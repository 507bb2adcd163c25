package org.medexam.smp.server.settings;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.HttpSettings;
import org.medexam.smp.core.settings.PictureSettings;
import org.medexam.smp.core.settings.ReviewSettings;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.settings.WebhookSettings;
import org.medexam.smp.core.settings.WindowSettings;

/** Reads {@code SMP_HOME/conf/smp.properties} once; a faulty file stops the start with every fault named. */
@Singleton
public class SettingsProducer {

    /** The system property by which the start script names SMP_HOME. */
    static final String HOME = "smp.home";

    private final SmpSettings settings;

    SettingsProducer() {
        String home = System.getProperty(HOME);
        if (home == null) {
            throw new IllegalStateException("-D" + HOME + " is not set: start SMP by its own script");
        }
        settings = SmpSettings.read(Path.of(home).resolve("conf").resolve("smp.properties"));
    }

    @Produces
    @Singleton
    SmpSettings all() {
        return settings;
    }

    @Produces
    @Singleton
    DistrictSettings district() {
        return settings.district();
    }

    @Produces
    @Singleton
    HttpSettings http() {
        return settings.http();
    }

    @Produces
    @Singleton
    PictureSettings picture() {
        return settings.picture();
    }

    @Produces
    @Singleton
    ReviewSettings review() {
        return settings.review();
    }

    @Produces
    @Singleton
    WebhookSettings webhook() {
        return settings.webhook();
    }

    @Produces
    @Singleton
    WindowSettings window() {
        return settings.window();
    }
}
