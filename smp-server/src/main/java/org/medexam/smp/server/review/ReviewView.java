package org.medexam.smp.server.review;

import java.time.OffsetDateTime;
import java.util.List;

/** A review on the wire: the request's members, and who, when and over which pictures. */
record ReviewView(
        OffsetDateTime at,
        String stage,
        String decision,
        String problem,
        String opinion,
        String feedback,
        List<ReviewRequest.Named> materials,
        OffsetDateTime dueAt,
        int version,
        String reviewer,
        String reviewerName,
        String via,
        List<Judged> images) {

    /**
     * A picture that counted when it was judged.
     *
     * @param sha256 of what the candidate sent
     * @param stampedSha256 of what the reviewer saw
     */
    record Judged(String material, String id, String sha256, String stampedSha256) {}

    /** All of a dossier's, oldest first. */
    record All(List<ReviewView> items) {}
}
