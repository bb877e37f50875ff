package io.weirkeeper.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** Bodies of requests: one JSON object in UTF-8, no field twice, nothing behind it. */
final class JsonBody {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonBody() {}

    static ObjectNode read(byte[] body) throws HttpProblem {
        if (body.length == 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        String text = PercentText.utf8(body).orElseThrow(() -> HttpProblem.badRequest("the body is not UTF-8"));
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            // Its own message would quote the body.
            throw HttpProblem.badRequest("the body is not JSON"
                    + Optional.ofNullable(e.getLocation())
                            .map(place -> " at line " + place.getLineNr() + ", column " + place.getColumnNr())
                            .orElse(""));
        }
        if (!(node instanceof ObjectNode object)) {
            throw HttpProblem.badRequest("the body must be a JSON object");
        }
        return object;
    }

    /** Refuses fields that the route does not know: what is written wrong must not be passed over. */
    static void requireOnly(ObjectNode body, Set<String> known) throws HttpProblem {
        for (var names = body.fieldNames(); names.hasNext(); ) {
            if (!known.contains(names.next())) {
                throw HttpProblem.badRequest("unknown field in the body; known: "
                        + (known.isEmpty()
                                ? "none"
                                : String.join(", ", known.stream().sorted().toList())));
            }
        }
    }

    /** A text; null is no value. */
    static Optional<String> text(ObjectNode body, String field) throws HttpProblem {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw HttpProblem.badRequest(field + " must be text");
        }
        return Optional.of(value.textValue());
    }
}
