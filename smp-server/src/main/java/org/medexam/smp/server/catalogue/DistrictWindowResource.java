package org.medexam.smp.server.catalogue;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.core.settings.WindowSettings;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;

/**
 * {@code /window}: SP asks it whether to show 上传相关材料 (S0 附件9). The window of the catalogue with which new dossiers
 * begin, overridden by the settings; one dossier's own stands in the dossier.
 */
@Path("v1/window")
@Produces(MediaType.APPLICATION_JSON)
public class DistrictWindowResource {

    private final Catalogue catalogue;
    private final WindowSettings settings;
    private final DistrictSettings district;
    private final Clock clock;

    @Inject
    DistrictWindowResource(Catalogue catalogue, WindowSettings settings, DistrictSettings district, Clock clock) {
        this.catalogue = catalogue;
        this.settings = settings;
        this.district = district;
        this.clock = clock;
    }

    @GET
    @Access({CallerKind.CANDIDATE, CallerKind.REVIEWER, CallerKind.ACCOUNT_KEEPER, CallerKind.SP, CallerKind.MP})
    public WindowView show() {
        UploadWindow window = catalogue
                .profile(district.catalogue())
                .orElseThrow() // the start refuses settings that name another
                .window()
                .overriddenBy(settings.opensAt(), settings.closesAt());
        return WindowView.of(window, clock.instant(), district.zone());
    }
}
