package org.medexam.smp.server.central;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * One change on the wire, the same for those who ask and for those to whom it is pushed.
 *
 * @param at in the district's zone
 * @param no the dossier's number
 * @param site its site's code
 * @param details further members, by type
 */
public record ChangeView(
        long seq,
        OffsetDateTime at,
        String type,
        String no,
        String site,
        @JsonAnyGetter Map<String, Object> details) {

    /** @param next what to pass as {@code after}, however the page was cut */
    record Page(List<ChangeView> items, String next) {}
}
