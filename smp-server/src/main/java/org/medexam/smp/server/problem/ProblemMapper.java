package org.medexam.smp.server.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;

/** Maps every exception in JAX-RS to a problem of the table. Nothing of the exception itself is sent. */
@Singleton
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private final ServletContext context;

    @Inject
    ProblemMapper(ServletContext context) {
        this.context = context;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        Refusal refusal = refusalOf(thrown);
        Problem problem = Problem.of(refusal);
        RefusalLog.write(problem, thrown);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.bytes(context));
        problem.retryAfterSeconds().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait));
        if (refusal.code() == RefusalCode.RANGE_NOT_SATISFIABLE) {
            answer.header("Content-Range", "bytes */" + refusal.members().get("size"));
        }
        if (thrown instanceof WebApplicationException jaxRs
                && jaxRs.getResponse().getHeaderString("Allow") != null) {
            answer.header("Allow", jaxRs.getResponse().getHeaderString("Allow"));
        }
        return answer.build();
    }

    private static Refusal refusalOf(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof Refusal refusal) {
                return refusal;
            }
            if (t instanceof JsonProcessingException json) {
                return ofJson(json);
            }
        }
        if (thrown instanceof WebApplicationException jaxRs) {
            return Refusal.of(ProblemTable.codeOf(jaxRs.getResponse().getStatus()), "refused by JAX-RS", thrown);
        }
        return Refusal.of(RefusalCode.INTERNAL_ERROR, "unexpected exception", thrown);
    }

    /** A value of the wrong type is {@code INVALID} with its member; every other error is {@code MALFORMED_REQUEST}. */
    private static Refusal ofJson(JsonProcessingException json) {
        boolean wrongType = json instanceof MismatchedInputException && !(json instanceof PropertyBindingException)
                || json.getCause() instanceof InputCoercionException; // a number outside the range of its type
        if (wrongType
                && json instanceof JsonMappingException mismatch
                && !mismatch.getPath().isEmpty()) {
            return Refusal.of(RefusalCode.INVALID, "a member has the wrong type")
                    .with("members", List.of(Map.of("member", path(mismatch), "reason", "type")));
        }
        return Refusal.of(
                RefusalCode.MALFORMED_REQUEST,
                "not the JSON of this call: " + json.getClass().getSimpleName());
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
