package org.medexam.smp.server.wire;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;

/**
 * No body may take for ever, byte by byte, and none but a picture's may be large: its thread is somebody else's turn.
 * A picture's own size is for the upload to say.
 */
@Singleton
public class BodyLimitFilter implements ContainerRequestFilter {

    private static final Duration MAX_DURATION = Duration.ofSeconds(60);
    private static final long MAX_BYTES = 1 << 20;

    @Override
    public void filter(ContainerRequestContext request) {
        MediaType type = request.getMediaType();
        boolean form = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        request.setEntityStream(new TimeoutInputStream(
                request.getEntityStream(), MAX_DURATION, form ? Long.MAX_VALUE : MAX_BYTES, System::nanoTime));
    }
}
