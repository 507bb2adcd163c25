package org.medexam.smp.server.upload;

import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import org.glassfish.jersey.media.multipart.MultiPartProperties;

/** The multipart parser would put larger parts into the temporary folder, where no unstamped picture may ever lie. */
@Provider
public class MemoryOnlyMultipart implements ContextResolver<MultiPartProperties> {

    @Override
    public MultiPartProperties getContext(Class<?> type) {
        return new MultiPartProperties().bufferThreshold(MultiPartProperties.BUFFER_THRESHOLD_MEMORY_ONLY);
    }
}
