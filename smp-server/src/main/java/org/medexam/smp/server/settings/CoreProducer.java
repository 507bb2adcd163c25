package org.medexam.smp.server.settings;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.cataloguefile.InstalledCatalogues;
import org.medexam.smp.core.cataloguefile.SamplePictures;
import org.medexam.smp.core.launch.ControlKey;
import org.medexam.smp.core.picture.PicturePipeline;
import org.medexam.smp.core.schema.DatabaseAddress;
import org.medexam.smp.core.settings.SmpSettings;
import org.medexam.smp.core.store.DiskStore;
import org.medexam.smp.core.store.OrphanSweep;
import org.medexam.smp.core.store.PictureStore;
import org.medexam.smp.core.ticket.JwksFile;
import org.medexam.smp.core.ticket.TicketVerifier;
import org.medexam.smp.core.ticket.TrustedKeys;

/** Builds the parts of {@code smp-core}, which know nothing of a container, each from its own settings. */
@Singleton
public class CoreProducer {

    private static final Logger LOG = Logger.getLogger(CoreProducer.class.getName());

    @Produces
    @Singleton
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC); // as fine as the database keeps it
    }

    @Produces
    @Singleton
    PrometheusRegistry metrics() {
        return new PrometheusRegistry();
    }

    /** Without a file that could be written nobody controls this server until its next start. */
    @Produces
    @Singleton
    ControlKey controlKey(SmpSettings settings) {
        try {
            return ControlKey.issue(settings.home());
        } catch (IOException e) {
            LOG.log(Level.SEVERE, "the control key cannot be written", e);
            return ControlKey.random();
        }
    }

    @Produces
    @Singleton
    InstalledCatalogues catalogues(SmpSettings settings) {
        return InstalledCatalogues.read(settings);
    }

    @Produces
    @Singleton
    Catalogue catalogue(InstalledCatalogues installed) {
        return installed.catalogue();
    }

    @Produces
    @Singleton
    SamplePictures samples(InstalledCatalogues installed) {
        return installed.samples();
    }

    @Produces
    @Singleton
    DatabaseAddress database(SmpSettings settings) {
        return DatabaseAddress.of(settings.database());
    }

    @Produces
    @Singleton
    TicketVerifier tickets(SmpSettings settings) {
        JwksFile sp = new JwksFile(settings.keys().sp(), LOG::warning);
        JwksFile mp = new JwksFile(settings.keys().mp(), LOG::warning);
        return new TicketVerifier(settings.district().code(), TrustedKeys.of(sp, mp));
    }

    @Produces
    @Singleton
    PictureStore store(SmpSettings settings) {
        return new DiskStore(settings.storage().path());
    }

    @Produces
    @Singleton
    OrphanSweep sweep(SmpSettings settings) {
        return new OrphanSweep(settings.storage().path(), settings.district().zone());
    }

    @Produces
    @Singleton
    PicturePipeline pictures(SmpSettings settings) {
        return PicturePipeline.of(settings);
    }
}
