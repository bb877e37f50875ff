package io.weirkeeper.http;

import java.util.Optional;

/**
 * What a route answers when all is well, for the OpenAPI document.
 *
 * @param schema the name of a schema in components.json; for JSON only
 */
public record Reply(int status, String mediaType, Optional<String> schema, String meaning) {

    /** A JSON object of this schema. */
    public static Reply json(int status, String schema, String meaning) {
        return new Reply(status, "application/json", Optional.of(schema), meaning);
    }

    /** Something else. */
    public static Reply other(int status, String mediaType, String meaning) {
        return new Reply(status, mediaType, Optional.empty(), meaning);
    }
}
