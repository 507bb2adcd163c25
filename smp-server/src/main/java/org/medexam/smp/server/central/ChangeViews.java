package org.medexam.smp.server.central;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
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
    private final ObjectMapper json = Json.mapper();

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
        try {
            return json.readValue(change.details(), MEMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("change " + change.seq() + " has details that cannot be read", e);
        }
    }
}
