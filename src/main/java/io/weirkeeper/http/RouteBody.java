package io.weirkeeper.http;

import java.util.List;
import java.util.Optional;

/**
 * What a route takes as its body.
 *
 * @param mediaTypes as which it may be sent
 * @param schema the name of a schema in components.json; for JSON only
 * @param required for the document; what becomes of a request without one is for the handler to say
 * @param room it may have so many bytes even if other bodies may not
 */
record RouteBody(List<String> mediaTypes, Optional<String> schema, boolean required, int room) {
    private static final String JSON = "application/json";

    RouteBody {
        mediaTypes = List.copyOf(mediaTypes);
    }

    /** A JSON object of this schema. */
    static RouteBody json(String schema) {
        return new RouteBody(List.of(JSON), Optional.of(schema), false, 0);
    }

    /** A JSON object of this schema, which must be there. */
    static RouteBody requiredJson(String schema) {
        return new RouteBody(List.of(JSON), Optional.of(schema), true, 0);
    }

    /** Text that is no JSON. */
    static RouteBody text(int room, String... mediaTypes) {
        return new RouteBody(List.of(mediaTypes), Optional.empty(), true, room);
    }

    /** Whether it may be sent as this, which is in lower case and without parameters. */
    boolean takes(String mediaType) {
        return mediaTypes.contains(mediaType) || mediaTypes.contains(JSON) && mediaType.endsWith("+json");
    }
}
