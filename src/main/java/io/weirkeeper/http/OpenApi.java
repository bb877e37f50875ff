package io.weirkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The OpenAPI 3.1 document, made of the routes; the schemas of bodies stand in components.json. */
final class OpenApi {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String PATH = "/openapi.json";

    private OpenApi() {}

    /** The route that answers the document about these routes and itself. */
    static Route route(List<Route> others) {
        Route.Draft draft = Route.of(Method.GET, PATH, Access.OPEN, "This document.")
                .answering(Reply.other(200, "application/json", "an OpenAPI 3.1 document"));
        List<Route> all = new ArrayList<>(others);
        all.add(draft.by(request -> Answer.text(200, "application/json", "")));
        Answer answer = Answer.json(200, document(all));
        return draft.by(request -> answer);
    }

    static ObjectNode document(List<Route> routes) {
        ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Weirkeeper")
                .put("version", "1")
                .put("description", "Asks and steers a gate that stands between messages and bots.");
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            paths.withObjectProperty(route.path().text()).set(route.method().lowerCase(), operation(route));
        }
        document.set("components", components());
        return document;
    }

    private static ObjectNode operation(Route route) {
        ObjectNode operation = JSON.objectNode().put("operationId", id(route)).put("summary", route.summary());
        if (route.access() != Access.OPEN) {
            operation.putArray("security").addObject().putArray(route.access() == Access.READ ? "read" : "write");
        }
        describeParameters(route, operation);
        route.body().ifPresent(body -> describe(body, operation.putObject("requestBody")));
        ObjectNode responses = operation.putObject("responses");
        route.replies().forEach(reply -> describe(reply, responses.putObject(Integer.toString(reply.status()))));
        if (route.access() != Access.OPEN) {
            responses.set("401", reference("responses", "Problem"));
            responses.set("403", reference("responses", "Problem"));
        }
        responses.set("default", reference("responses", "Problem"));
        return operation;
    }

    private static void describeParameters(Route route, ObjectNode operation) {
        List<String> names = route.path().parameters();
        if (names.isEmpty() && route.query().isEmpty()) {
            return;
        }
        var parameters = operation.putArray("parameters");
        for (String name : names) {
            parameters
                    .addObject()
                    .put("name", name)
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string")
                    .put("minLength", 1);
        }
        for (QueryParameter each : route.query()) {
            ObjectNode parameter =
                    parameters.addObject().put("name", each.name()).put("in", "query");
            parameter.put("description", each.meaning());
            ObjectNode schema = parameter.putObject("schema").put("type", "string");
            if (!each.allowed().isEmpty()) {
                each.allowed().forEach(schema.putArray("enum")::add);
            }
        }
    }

    private static void describe(RouteBody body, ObjectNode requestBody) {
        ObjectNode content = requestBody.put("required", body.required()).putObject("content");
        for (String mediaType : body.mediaTypes()) {
            content.putObject(mediaType)
                    .set(
                            "schema",
                            body.schema()
                                    .map(schema -> reference("schemas", schema))
                                    .orElseGet(() -> JSON.objectNode().put("type", "string")));
        }
    }

    private static void describe(Reply reply, ObjectNode response) {
        response.put("description", reply.meaning());
        ObjectNode content = response.putObject("content").putObject(reply.mediaType());
        reply.schema().ifPresent(schema -> content.set("schema", reference("schemas", schema)));
    }

    private static ObjectNode reference(String kind, String name) {
        return JSON.objectNode().put("$ref", "#/components/" + kind + "/" + name);
    }

    /** Such as put-v1-blocklist-sender. */
    private static String id(Route route) {
        String words = route.path().text().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return (route.method().name() + "-" + words).toLowerCase(Locale.ROOT);
    }

    private static JsonNode components() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream("components.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
