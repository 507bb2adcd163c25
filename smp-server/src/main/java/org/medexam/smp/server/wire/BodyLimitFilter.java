package org.medexam.smp.server.wire;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/**
 * Limits the time and the size of every request body, because reading it occupies a thread. The upload limits the size of
 * a picture itself.
 */
@Singleton
public class BodyLimitFilter implements ContainerRequestFilter {

    private static final Duration MAX_DURATION = Duration.ofSeconds(60);
    private static final long MAX_BYTES = 1 << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean upload = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        request.setEntityStream(new TimeoutInputStream(
                request.getEntityStream(), MAX_DURATION, upload ? Long.MAX_VALUE : MAX_BYTES, System::nanoTime));
    }
}
