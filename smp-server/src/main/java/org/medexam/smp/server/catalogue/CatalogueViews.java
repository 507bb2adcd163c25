package org.medexam.smp.server.catalogue;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medexam.smp.core.catalogue.Catalogue;
import org.medexam.smp.core.catalogue.MaterialEntry;
import org.medexam.smp.core.catalogue.Notice;
import org.medexam.smp.core.catalogue.NoticeTexts;
import org.medexam.smp.core.catalogue.Profile;
import org.medexam.smp.core.catalogue.UploadWindow;
import org.medexam.smp.core.file.Sha256;
import org.medexam.smp.core.rule.Source;
import org.medexam.smp.core.settings.DistrictSettings;
import org.medexam.smp.server.wire.Json;

/** The catalogues as JSON. They are written once, because they do not change until the next start. */
@Singleton
public class CatalogueViews {

    private final Samples samples;
    private final ZoneId zone;
    private final String current;
    private final Map<String, Whole> all = new TreeMap<>();

    /** @param tag the ETag: it changes with the view */
    record Whole(CatalogueView view, String tag) {}

    @Inject
    CatalogueViews(Catalogue catalogue, Samples samples, DistrictSettings district) {
        this.samples = samples;
        this.zone = district.zone();
        this.current = district.catalogue();
        catalogue.profiles().forEach(profile -> all.put(profile.id(), whole(profile)));
    }

    Optional<Whole> whole(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Returns the view of the catalogue with that id. */
    CatalogueView.All all() {
        return new CatalogueView.All(all.values().stream()
                .map(Whole::view)
                .map(view ->
                        new CatalogueView.Row(view.id(), view.name(), view.notice(), view.window(), view.current()))
                .toList());
    }

    private Whole whole(Profile profile) {
        CatalogueView view = view(profile);
        return new Whole(view, Sha256.of(Json.bytes(view)));
    }

    private CatalogueView view(Profile profile) {
        Notice notice = profile.notice();
        return new CatalogueView(
                profile.id(),
                profile.name(),
                new CatalogueView.NoticeView(notice.shortName(), notice.title()),
                days(profile.window()),
                profile.id().equals(current),
                texts(profile.texts()),
                profile.materials().stream()
                        .map(entry -> material(profile, entry))
                        .toList(),
                RuleViews.of(profile.rules()));
    }

    private CatalogueView.Days days(UploadWindow window) {
        return new CatalogueView.Days(time(window.opensAt()), time(window.closesAt()));
    }

    private OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(at -> at.atZone(zone).toOffsetDateTime()).orElse(null);
    }

    private static CatalogueView.TextsView texts(NoticeTexts texts) {
        return new CatalogueView.TextsView(
                texts.title(),
                new CatalogueView.Commitment(
                        texts.commitment().version(), texts.commitment().text()),
                texts(texts.penalties()),
                new CatalogueView.Messages(
                        texts.messages().get(NoticeTexts.Event.RETURNED),
                        texts.messages().get(NoticeTexts.Event.PASSED),
                        texts.messages().get(NoticeTexts.Event.FAILED)));
    }

    private static List<String> texts(List<Source> sources) {
        return sources.stream().map(Source::text).toList();
    }

    private CatalogueView.Material material(Profile profile, MaterialEntry entry) {
        return new CatalogueView.Material(
                entry.code(),
                entry.name(),
                entry.counts().min(),
                entry.counts().max(),
                entry.perUnit(),
                entry.always(),
                entry.onPaper(),
                entry.excusable(),
                entry.slot().orElse(null),
                entry.note(),
                entry.sample(),
                samples.address(profile, entry.code()).orElse(null),
                entry.source().map(Source::text).orElse(null),
                texts(entry.checks()));
    }
}
