package org.medexam.smp.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.medexam.smp.core.fact.FactName;
import org.medexam.smp.server.SmpApplication;
import org.medexam.smp.server.access.Access;
import org.medexam.smp.server.access.CallerKind;
import org.medexam.smp.server.openapi.OpenApiDocument.Operation;

/** The document describes every method of the resource classes, with its callers and parameters. */
class OpenApiDocumentTest {

    private static final OpenApiDocument DOCUMENT = OpenApiDocument.built();
    private static final Set<String> UNSAFE = Set.of("POST", "PUT", "DELETE");
    private static final Set<String> WITH_SESSIONS = Set.of("candidate", "reviewer", "account_keeper");

    /** Schemas whose members are not all present in every response. */
    private static final Set<String> WITH_OPTIONAL_MEMBERS =
            Set.of("Problem", "Readiness", "Dossier", "DossierRow", "Change");

    @Test
    void describesEveryMethodAndItsCallersAndNothingElse() {
        Map<Operation, Set<String>> described = describedMethods().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        operation -> OpenApiDocument.texts(operation.getValue().get("x-callers"))));

        assertThat(described).containsExactlyInAnyOrderEntriesOf(ofResources(OpenApiDocumentTest::callers));
    }

    @Test
    void describesEveryParameterInPathAndQuery() {
        Map<Operation, Set<String>> described = new TreeMap<>();
        describedMethods()
                .forEach((operation, node) -> described.put(
                        operation,
                        Stream.of("path", "query")
                                .flatMap(in -> OpenApiDocument.parameters(node, in).stream())
                                .collect(Collectors.toSet())));

        assertThat(described).containsExactlyInAnyOrderEntriesOf(ofResources(OpenApiDocumentTest::parameters));
    }

    /** HEAD is described like GET without a body; no resource method implements it. */
    @Test
    void headIsDescribedLikeGet() {
        TreeMap<Operation, JsonNode> operations = DOCUMENT.operations();
        operations.forEach((operation, node) -> {
            if (operation.method().equals("HEAD")) {
                JsonNode get = operations.get(new Operation("GET", operation.path()));
                assertThat(get).as(operation.toString()).isNotNull();
                assertThat(node.get("x-callers")).isEqualTo(get.get("x-callers"));
            }
        });
    }

    static Stream<Map.Entry<Operation, JsonNode>> operations() {
        return DOCUMENT.operations().entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theSecuritySchemesMatchTheCallers(Map.Entry<Operation, JsonNode> operation) {
        Set<String> callers = OpenApiDocument.texts(operation.getValue().get("x-callers"));
        JsonNode security = operation.getValue().get("security");
        boolean anyone = callers.contains("anyone");
        boolean session = callers.stream().anyMatch(WITH_SESSIONS::contains);
        boolean emptyOrNone =
                security.isEmpty() || Set.copyOf(schemes(security)).contains(Set.of());

        assertThat(emptyOrNone).isEqualTo(anyone);
        assertThat(schemes(security).stream().anyMatch(scheme -> scheme.contains("session")))
                .isEqualTo(session);
        assertThat(schemes(security).stream().filter(scheme -> scheme.contains("session")))
                .allMatch(scheme -> scheme.contains("csrf")
                        == UNSAFE.contains(operation.getKey().method()));
    }

    private static Set<Set<String>> schemes(JsonNode security) {
        return Stream.iterate(0, i -> i < security.size(), i -> i + 1)
                .map(security::get)
                .map(requirement -> {
                    Set<String> names = new HashSet<>();
                    requirement.fieldNames().forEachRemaining(names::add);
                    return names;
                })
                .collect(Collectors.toSet());
    }

    @Test
    void examplesMatchTheirSchemas() {
        assertThat(DOCUMENT.bodies().filter(body -> body.has("example"))).hasSizeGreaterThan(10);
        DOCUMENT.bodies()
                .filter(body -> body.has("example"))
                .forEach(
                        body -> assertThat(SchemaCheck.faults(DOCUMENT.json(), body.get("example"), body.get("schema")))
                                .as(body.get("example").toString())
                                .isEmpty());
    }

    /** A real response that matches its schema then has all of the members and no others. */
    @Test
    void responseSchemasRequireAllTheirMembers() {
        Set<String> requests = Set.of(
                "Login",
                "Registration",
                "RegisteredCandidate",
                "Facts",
                "Search",
                "LinksRequest",
                "Submission",
                "Review",
                "ReturnedMaterial",
                "OwnWindow");
        DOCUMENT.json().at("/components/schemas").fields().forEachRemaining(schema -> {
            if (schema.getValue().has("properties")
                    && !requests.contains(schema.getKey())
                    && !WITH_OPTIONAL_MEMBERS.contains(schema.getKey())) {
                Set<String> members = new HashSet<>();
                schema.getValue().get("properties").fieldNames().forEachRemaining(members::add);
                assertThat(OpenApiDocument.texts(schema.getValue().path("required")))
                        .as(schema.getKey())
                        .isEqualTo(members);
            }
        });
    }

    @Test
    void namesEveryFact() {
        Set<String> described = new HashSet<>();
        facts().fieldNames().forEachRemaining(described::add);

        assertThat(described)
                .isEqualTo(
                        Arrays.stream(FactName.values()).map(FactName::wireName).collect(Collectors.toSet()));
    }

    static Stream<FactName> factNames() {
        return Arrays.stream(FactName.values());
    }

    @ParameterizedTest
    @MethodSource("factNames")
    void aFactAcceptsExactlyTheDescribedValues(FactName fact) {
        JsonNode schema = facts().get(fact.wireName());
        if (schema.has("enum")) {
            assertThat(OpenApiDocument.texts(schema.get("enum"))).allMatch(fact::takes);
            assertThat(fact.takes("NEVER_HEARD_OF")).isFalse();
        } else if (schema.get("type").asText().equals("boolean")) {
            assertThat(fact.takes(true)).isTrue();
            assertThat(fact.takes("true")).isFalse();
        } else if (schema.get("type").asText().equals("integer")) {
            int most = schema.get("maximum").asInt();
            assertThat(Stream.of(0, most)).allMatch(fact::takes);
            assertThat(Stream.of(-1, most + 1)).noneMatch(fact::takes);
        } else if (schema.path("format").asText().equals("date")) {
            assertThat(fact.takes("2020-02-29")).isTrue();
            assertThat(fact.takes("2021-02-29")).isFalse();
        } else {
            int longest = schema.get("maxLength").asInt();
            assertThat(fact.takes("x".repeat(longest))).isTrue();
            assertThat(fact.takes("x".repeat(longest + 1))).isFalse();
        }
    }

    private static JsonNode facts() {
        return DOCUMENT.json().at("/components/schemas/Facts/properties");
    }

    /** Tests the check itself with values that do not match. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Window   | {"opensAt": null, "closesAt": "2021-02-05T17:00:00+08:00", "open": true} | 0
            Window   | {"opensAt": null, "closesAt": "2021-02-05", "open": true}                | 1
            Window   | {"opensAt": null, "open": true}                                          | 1
            Window   | {"opensAt": null, "closesAt": null, "open": "true"}                      | 1
            Window   | {"opensAt": null, "closesAt": null, "open": null}                        | 1
            Window   | {"opensAt": null, "closesAt": null, "open": true, "more": 1}             | 1
            Site     | {"code": "6215", "name": "白银"}                                           | 0
            Site     | {"code": "62 15", "name": ""}                                            | 2
            Exam     | {"year": 1999, "category": "110", "name": "临床执业医师"}                      | 1
            Exam     | {"year": 2021.5, "category": "110", "name": "临床执业医师"}                    | 1
            Live     | {"status": "down"}                                                       | 1
            Live     | []                                                                       | 2
            """)
    void theCheckReportsMismatches(String schema, String value, int faults) throws Exception {
        assertThat(SchemaCheck.faults(
                        DOCUMENT.json(),
                        new ObjectMapper().readTree(value),
                        DOCUMENT.json().at("/components/schemas/" + schema)))
                .hasSize(faults);
    }

    private static Map<Operation, JsonNode> describedMethods() {
        TreeMap<Operation, JsonNode> operations = DOCUMENT.operations();
        operations.keySet().removeIf(operation -> operation.method().equals("HEAD"));
        return operations;
    }

    private static <T> Map<Operation, T> ofResources(Function<Method, T> fact) {
        Map<Operation, T> all = new TreeMap<>();
        for (Class<?> type : new SmpApplication().getClasses()) {
            if (type.isAnnotationPresent(Path.class)) {
                for (Method method : type.getDeclaredMethods()) {
                    if (isForTheToolAlone(method) || isOfTheReachPage(type)) {
                        continue;
                    }
                    httpMethod(method)
                            .ifPresent(http -> all.put(new Operation(http, path(type, method)), fact.apply(method)));
                }
            }
        }
        return all;
    }

    /**
     * The control addresses are no part of the contract with anybody: the tool that calls them comes with the very same
     * version, and for everybody else they are not there.
     */
    private static boolean isForTheToolAlone(Method method) {
        Access access = method.getAnnotation(Access.class);
        return access != null && Set.of(access.value()).equals(Set.of(CallerKind.CONTROL));
    }

    /** Nor is what one page asks during an acceptance, with an address that the tool was given for ten minutes. */
    private static boolean isOfTheReachPage(Class<?> type) {
        return type.getAnnotation(Path.class).value().startsWith("v1/reach/");
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findAny();
    }

    private static String path(Class<?> type, Method method) {
        Path below = method.getAnnotation(Path.class);
        String whole = type.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
        return whole.startsWith("/") ? whole : "/" + whole;
    }

    private static Set<String> callers(Method method) {
        return Arrays.stream(method.getAnnotation(Access.class).value())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(OpenApiDocumentTest::parameterName)
                .collect(Collectors.toSet());
    }

    private static Stream<String> parameterName(Parameter parameter) {
        PathParam inPath = parameter.getAnnotation(PathParam.class);
        QueryParam inQuery = parameter.getAnnotation(QueryParam.class);
        return inPath != null
                ? Stream.of(inPath.value())
                : Stream.ofNullable(inQuery).map(QueryParam::value);
    }
}
