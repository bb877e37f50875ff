package io.weirkeeper.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.weirkeeper.service.Health;
import io.weirkeeper.streams.BlockedAddresses;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The document says what the server answers. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeGate gate;
    private final JsonNode document;

    OpenApiTest() throws Exception {
        gate = FakeGate.local();
        gate.blocked.add(new BlockedAddresses.Entry("x", 0, "{\"by\":\"ann\"}".getBytes(StandardCharsets.UTF_8)));
        document = JSON.readTree(gate.get("/openapi.json").body());
    }

    @AfterEach
    void close() {
        gate.close();
    }

    @Test
    void itHasEveryRouteAndNoOther() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> described.add(method + " " + path.getKey())));
        Set<String> routes = new TreeSet<>(Set.of("get /openapi.json"));
        gate.routes.forEach(route ->
                routes.add(route.method().lowerCase() + " " + route.path().text()));

        assertThat(described).isEqualTo(routes);
        assertThat(document.path("openapi").asText()).startsWith("3.1");
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        List<String> ids = document.findValuesAsText("operationId");
        assertThat(ids).doesNotHaveDuplicates().hasSameSizeAs(document.findValues("operationId"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(document.findValuesAsText("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void whatTheServerAnswersIsAsItSays() throws Exception {
        for (Route route : gate.routes) {
            if (!route.isStream()) {
                String path = route.path().text().replaceAll("\\{[a-z]+}", "x");
                assertDescribed(route, gate.ask(route.method().name(), path, ""));
            }
        }
        for (String yaml : List.of("name: a", "maxAge: soon")) {
            for (Route route : gate.routes) {
                if (route.path().text().startsWith("/v1/policy")) {
                    String body = route.method() == Method.GET ? "" : yaml;
                    assertDescribed(
                            route,
                            gate.ask(route.method().name(), route.path().text(), body, "Content-Type", "text/yaml"));
                }
            }
        }
        for (Route route : gate.routes) {
            if (route.path().text().equals("/v1/check")) {
                assertDescribed(route, gate.ask("POST", "/v1/check", "{\"sender\":\"x\",\"body\":\"\"}"));
            }
        }
        gate.queries.isReady = false;
        gate.health = new Health("REBALANCING", List.of(), List.of(new Health.Restore("held", 1, 2, 3)));
        gate.listsAreRead = false;
        gate.brokerIsAway = true;
        for (Route route : gate.routes) {
            if (!route.isStream()) {
                String path = route.path().text().replaceAll("\\{[a-z]+}", "x");
                assertDescribed(route, gate.ask(route.method().name(), path, ""));
            }
        }
    }

    private void assertDescribed(Route route, HttpResponse<String> answer) throws Exception {
        JsonNode responses = document.path("paths")
                .path(route.path().text())
                .path(route.method().lowerCase())
                .path("responses");
        JsonNode response = responses.path(Integer.toString(answer.statusCode()));
        if (response.isMissingNode()) {
            response = document.at("/components/responses/Problem");
        }
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";")[0];
        assertThat(response.path("content").has(type))
                .as("%s %s: %s", route.path().text(), answer.statusCode(), type)
                .isTrue();
        JsonNode schema = response.path("content").path(type).path("schema");
        if (!schema.isMissingNode()) {
            assertThat(errors(schema, answer.body())).isEmpty();
        }
    }

    private List<Error> errors(JsonNode reference, String body) throws Exception {
        ObjectNode whole = JSON.createObjectNode();
        whole.set("components", document.path("components"));
        whole.set("$ref", reference.path("$ref"));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.writeValueAsString(whole), InputFormat.JSON);
        return new ArrayList<>(schema.validate(body, InputFormat.JSON));
    }
}
