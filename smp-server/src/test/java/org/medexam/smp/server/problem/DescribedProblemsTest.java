package org.medexam.smp.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medexam.smp.core.refusal.Refusal;
import org.medexam.smp.core.refusal.RefusalCode;
import org.medexam.smp.server.openapi.OpenApiDocument;
import org.medexam.smp.server.openapi.OpenApiDocument.Described;

/** What {@code openapi.json} says of errors is what the table and the message files say. */
class DescribedProblemsTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.built();
    private static final String PROBLEM = "application/problem+json";

    @Test
    void describesEveryCode() {
        assertThat(OpenApiDocument.texts(DOCUMENT.json().at("/components/schemas/Problem/properties/code/enum")))
                .isEqualTo(Arrays.stream(RefusalCode.values())
                        .map(RefusalCode::code)
                        .collect(Collectors.toSet()));
    }

    static Stream<Described> problems() {
        return DOCUMENT.answers().stream()
                .filter(answer -> answer.response().path("content").has(PROBLEM));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void eachCodeStandsWithItsStatus(Described answer) {
        Set<String> codes = OpenApiDocument.texts(answer.response().get("x-codes"));
        assertThat(codes)
                .isNotEmpty()
                .allSatisfy(code -> assertThat(ProblemTable.status(ofWireName(code)))
                        .as(code)
                        .isEqualTo(answer.status()));
    }

    static Stream<Described> examples() {
        return problems().filter(answer -> !example(answer).isMissingNode());
    }

    private static JsonNode example(Described answer) {
        return answer.response().at("/content/application~1problem+json/example");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExampleHasOurWords(Described answer) {
        JsonNode example = example(answer);
        Refusal refusal = Refusal.of(ofWireName(example.get("code").asText()), "shown as an example");
        if (example.has("window")) {
            refusal.with("window", example.get("window").asText());
        }
        Map<String, Object> body = Problem.of(refusal).body("/nme/ext", "200K");
        body.remove("instance"); // another one each time
        body.forEach((member, value) ->
                assertThat(example.get(member).asText()).as(member).isEqualTo(String.valueOf(value)));
    }

    private static RefusalCode ofWireName(String name) {
        return Arrays.stream(RefusalCode.values())
                .filter(code -> code.code().equals(name))
                .findAny()
                .orElseThrow();
    }
}
