package org.medexam.smp.server.catalogue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.util.Optional;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.cataloguefile.SamplePicture;
import org.medexam.smp.core.cataloguefile.SamplePictures;
import org.medexam.smp.core.settings.HttpSettings;

/** What the district shows of each material: words of the catalogue, and a picture where it put one (D5). */
@Singleton
public class Samples {

    private final SamplePictures pictures;
    private final String catalogues;

    @Inject
    Samples(SamplePictures pictures, HttpSettings http, ServletContext context) {
        this.pictures = pictures;
        this.catalogues = http.publicUrl() + context.getContextPath() + "/api/v1/catalogues/";
    }

    /** The page about a material; empty where there is neither a word nor a picture for it. */
    public Optional<String> address(Profile profile, String code) {
        return profile.material(code)
                .filter(entry -> isShown(profile, entry))
                .map(entry -> catalogues + profile.id() + "/materials/" + code + "/sample");
    }

    boolean isShown(Profile profile, MaterialEntry entry) {
        return !entry.sample().isEmpty() || !entry.note().isEmpty() || hasPicture(profile, entry);
    }

    boolean hasPicture(Profile profile, MaterialEntry entry) {
        return pictures.has(profile.id(), entry.code());
    }

    Optional<SamplePicture> picture(String catalogue, String code) {
        return pictures.picture(catalogue, code);
    }
}
