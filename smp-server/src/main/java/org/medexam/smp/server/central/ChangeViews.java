package org.medexam.smp.server.central;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.Map;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.server.wire.Json;

/** Changes as they travel. */
@Singleton
public class ChangeViews {

    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final ZoneId zone;

    @Inject
    public ChangeViews(DistrictSettings district) {
        this.zone = district.zone();
    }

    public ChangeView of(Change change) {
        return new ChangeView(
                change.seq(),
                change.at().atZone(zone).toOffsetDateTime(),
                change.type().code(),
                change.dossierNo(),
                change.siteCode(),
                members(change));
    }

    ChangeView.Page of(ChangePage page) {
        return new ChangeView.Page(page.changes().stream().map(this::of).toList(), String.valueOf(page.next()));
    }

    private Map<String, Object> members(Change change) {
        return Json.read(change.details(), MEMBERS);
    }
}
