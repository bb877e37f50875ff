package io.weirkeeper.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One question to a registry; all that are asked may be asked twice.
 *
 * @param path with its query, from a slash on
 */
record Call(String method, String path, Optional<JsonNode> body) {
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    static Call get(String path) {
        return new Call("GET", path, Optional.empty());
    }

    static Call post(String path, JsonNode body) {
        return new Call("POST", path, Optional.of(body));
    }

    static Call put(String path, JsonNode body) {
        return new Call("PUT", path, Optional.of(body));
    }

    /** A subject as part of a path, whatever characters it has. */
    static String quoted(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    HttpRequest to(Endpoint endpoint) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.at(path))
                .header("Accept", JSON + ", application/json;q=0.9")
                .method(
                        method,
                        body.map(json -> BodyPublishers.ofString(json.toString()))
                                .orElseGet(BodyPublishers::noBody));
        if (body.isPresent()) {
            request.header("Content-Type", JSON);
        }
        endpoint.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    @Override
    public String toString() {
        return method + ' ' + path;
    }
}
