package org.medexam.smp.core.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** The members of a ticket's payload, each of its type or refused. */
record Claims(Map<String, Object> members) {

    /** One line that can stand on a page and in a log. */
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]{1,128}");

    static Refusal refused(String reason) {
        return Refusal.of(RefusalCode.TICKET_REFUSED, reason);
    }

    String line(String claim) {
        return matching(claim, LINE);
    }

    String matching(String claim, Pattern form) {
        if (members.get(claim) instanceof String text && form.matcher(text).matches() && !text.isBlank()) {
            return text;
        }
        throw refused("claim " + claim);
    }

    <E extends Enum<E>> E word(String claim, Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (ClaimNames.of(word).equals(members.get(claim))) {
                return word;
            }
        }
        throw refused("claim " + claim);
    }

    /** RFC 7519 §2 NumericDate, whole seconds only. */
    Instant moment(String claim) {
        if (members.get(claim) instanceof Long seconds) {
            return Instant.ofEpochSecond(seconds);
        }
        throw refused("claim " + claim);
    }

    Optional<Instant> momentIfAny(String claim) {
        return members.containsKey(claim) ? Optional.of(moment(claim)) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    Optional<Map<String, Object>> objectIfAny(String claim) {
        Object value = members.get(claim);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> object) {
            return Optional.of((Map<String, Object>) object);
        }
        throw refused("claim " + claim);
    }

    /** RFC 7519 §4.1.3: one text, or a list of them. */
    boolean isFor(String audience) {
        Object aud = members.get("aud");
        return audience.equals(aud) || aud instanceof List<?> list && list.contains(audience);
    }
}
