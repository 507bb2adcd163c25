package org.medexam.smp.server.view;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One picture on the wire.
 *
 * @param sha256 of what the candidate sent
 * @param bytes of the stamped picture, as are width and height
 */
public record ImageView(
        String id,
        String sha256,
        int bytes,
        int width,
        int height,
        OffsetDateTime uploadedAt,
        List<String> warnings,
        boolean superseded,
        String url,
        String thumbnailUrl) {}
