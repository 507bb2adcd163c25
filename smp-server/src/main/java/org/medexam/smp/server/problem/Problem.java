package org.medexam.smp.server.problem;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.wire.Json;

/**
 * A response of {@code application/problem+json} (RFC 9457).
 *
 * @param retryAfter from the refusal
 * @param incident the id that the log has too
 */
public record Problem(RefusalCode code, Map<String, Object> members, Optional<Duration> retryAfter, String incident) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Duration DEFAULT_RETRY_AFTER = Duration.ofSeconds(5);

    static Problem of(Refusal refusal) {
        return new Problem(refusal.code(), refusal.members(), refusal.retryAfter(), newIncident());
    }

    static Problem of(RefusalCode code) {
        return new Problem(code, Map.of(), Optional.empty(), newIncident());
    }

    /** The {@code Retry-After} header; 429 and 503 always have one (contract §3). */
    Optional<Long> retryAfterSeconds() {
        return retryAfter
                .or(() -> status() == 429 || status() == 503 ? Optional.of(DEFAULT_RETRY_AFTER) : Optional.empty())
                .map(wait -> Math.max(1, wait.toSeconds()));
    }

    private static String newIncident() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    int status() {
        return ProblemTable.status(code);
    }

    /**
     * The members in the order of the contract, then those of the refusal.
     *
     * @param sizeLimit of a picture, as {@link SizeLimit} writes it
     */
    Map<String, Object> body(String contextPath, String sizeLimit) {
        Map<String, Object> placeholders = new LinkedHashMap<>(members);
        if (code == RefusalCode.IMAGE_TOO_LARGE) {
            placeholders.put(SizeLimit.PLACEHOLDER, sizeLimit);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", contextPath + "/problems/" + code.code());
        body.put("title", MessageBundle.text(MessageBundle.CHINESE, "problem." + code.code() + ".title", placeholders));
        body.put("status", status());
        body.put("code", code.code());
        body.put(
                "detail",
                MessageBundle.text(MessageBundle.CHINESE, "problem." + code.code() + ".detail", placeholders));
        body.put("instance", incident);
        members.forEach(body::putIfAbsent);
        return body;
    }

    byte[] bytes(ServletContext context) {
        return Json.bytes(body(context.getContextPath(), SizeLimit.in(context)));
    }
}
