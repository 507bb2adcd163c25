package org.medexam.smp.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.wire.Json;

/**
 * One answer of {@code application/problem+json} (RFC 9457).
 *
 * @param incident the id which the log has too
 */
public record Problem(RefusalCode code, Map<String, Object> members, String incident) {

    public static final String MEDIA_TYPE = "application/problem+json";

    static Problem of(Refusal refusal) {
        return new Problem(refusal.code(), refusal.members(), newIncident());
    }

    static Problem of(RefusalCode code) {
        return new Problem(code, Map.of(), newIncident());
    }

    private static String newIncident() {
        return "urn:uuid:" + UUID.randomUUID();
    }

    int status() {
        return ProblemTable.status(code);
    }

    /** The members in the order in which the contract lists them, then those of this refusal. */
    Map<String, Object> body(String contextPath) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", contextPath + "/problems/" + code.code());
        body.put("title", Texts.text(Texts.CHINESE, "problem." + code.code() + ".title", members));
        body.put("status", status());
        body.put("code", code.code());
        body.put("detail", Texts.text(Texts.CHINESE, "problem." + code.code() + ".detail", members));
        body.put("instance", incident);
        members.forEach(body::putIfAbsent);
        return body;
    }

    byte[] bytes(String contextPath) {
        try {
            return Json.mapper().writeValueAsBytes(body(contextPath));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem that cannot be written: " + code, e);
        }
    }
}
