package org.medexam.smp.server.submission;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The receipt of a submission.
 *
 * @param at in the district's zone
 * @param message in the notices' words, e.g. {@code 2020/3/12 22:02:08 上报完成，内容已锁定。}
 * @param images the submitted pictures, by material and in the order of upload
 * @param signature a JWS over all of it, checked with {@code GET /keys}
 * @param seal a short JWS over the number, the time and the digest of the list of pictures: it fits into a QR code
 */
record Receipt(
        OffsetDateTime at,
        String message,
        List<Image> images,
        String signature,
        @JsonIgnore String seal) {

    /** @param sha256 digest of the file that the candidate sent */
    record Image(String material, String sha256) {}

    Receipt {
        images = List.copyOf(images);
    }
}
