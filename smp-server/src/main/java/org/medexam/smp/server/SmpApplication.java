package org.medexam.smp.server;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import org.glassfish.jersey.media.multipart.MultiPartFeature;
import org.medexam.smp.server.access.AccessFilter;
import org.medexam.smp.server.access.ControlFilter;
import org.medexam.smp.server.access.CorsFilter;
import org.medexam.smp.server.backup.BackupsResource;
import org.medexam.smp.server.backup.VerificationsResource;
import org.medexam.smp.server.catalogue.CataloguesResource;
import org.medexam.smp.server.catalogue.DistrictWindowResource;
import org.medexam.smp.server.catalogue.SampleResource;
import org.medexam.smp.server.central.ChangesResource;
import org.medexam.smp.server.claim.ClaimResource;
import org.medexam.smp.server.control.ClockResource;
import org.medexam.smp.server.control.ServerResource;
import org.medexam.smp.server.control.TrialsResource;
import org.medexam.smp.server.database.DurableAnswers;
import org.medexam.smp.server.health.HealthResource;
import org.medexam.smp.server.health.MetricsResource;
import org.medexam.smp.server.login.SessionResource;
import org.medexam.smp.server.openapi.OpenApiResource;
import org.medexam.smp.server.picture.ArchiveResource;
import org.medexam.smp.server.picture.DossiersArchiveResource;
import org.medexam.smp.server.picture.ImagesResource;
import org.medexam.smp.server.picture.LinkedImagesResource;
import org.medexam.smp.server.picture.LinksResource;
import org.medexam.smp.server.problem.ProblemMapper;
import org.medexam.smp.server.publication.PublicationResource;
import org.medexam.smp.server.reach.ReachResource;
import org.medexam.smp.server.reach.ReachesResource;
import org.medexam.smp.server.review.ReviewsResource;
import org.medexam.smp.server.signing.KeysResource;
import org.medexam.smp.server.submission.SubmissionResource;
import org.medexam.smp.server.upload.MemoryOnlyMultipart;
import org.medexam.smp.server.upload.UploadsResource;
import org.medexam.smp.server.view.DossiersResource;
import org.medexam.smp.server.window.WindowResource;
import org.medexam.smp.server.wire.BodyLimitFilter;
import org.medexam.smp.server.wire.JsonProvider;

/** Lists the JAX-RS classes below {@code /nme/ext/api}, so that no scanning is needed. */
@ApplicationPath("api")
public class SmpApplication extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ArchiveResource.class,
                BackupsResource.class,
                ChangesResource.class,
                CataloguesResource.class,
                DistrictWindowResource.class,
                DossiersResource.class,
                HealthResource.class,
                ImagesResource.class,
                LinkedImagesResource.class,
                LinksResource.class,
                MetricsResource.class,
                OpenApiResource.class,
                ReachResource.class,
                ServerResource.class,
                ReachesResource.class,
                SampleResource.class,
                SessionResource.class,
                TrialsResource.class,
                UploadsResource.class,
                ClaimResource.class,
                DossiersArchiveResource.class,
                KeysResource.class,
                PublicationResource.class,
                ReviewsResource.class,
                SubmissionResource.class,
                WindowResource.class,
                VerificationsResource.class,
                AccessFilter.class,
                ControlFilter.class,
                ClockResource.class,
                CorsFilter.class,
                DurableAnswers.class,
                ProblemMapper.class,
                BodyLimitFilter.class,
                JsonProvider.class,
                MemoryOnlyMultipart.class,
                MultiPartFeature.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // JsonProvider is the only JSON provider, whatever the container has
                "jersey.config.disableAutoDiscovery", true,
                "jersey.config.disableJsonBinding", true,
                // Location headers are absolute already and must not depend on the Host header
                "jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
