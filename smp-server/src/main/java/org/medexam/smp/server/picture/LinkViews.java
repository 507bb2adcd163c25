package org.medexam.smp.server.picture;

import java.time.OffsetDateTime;
import java.util.List;

/** Links on the wire. */
record LinkViews(List<Link> images, OffsetDateTime expiresAt) {

    /**
     * @param material code of the slot
     * @param url for {@code <img>}: this picture only, until {@code expiresAt}
     */
    record Link(String id, String material, String url, String thumbnailUrl) {}
}
