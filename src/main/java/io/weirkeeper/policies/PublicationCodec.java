package io.weirkeeper.policies;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.events.wire.IsoTime;
import java.io.IOException;

/**
 * A publication as JSON, whatever the format of the other topics: policies are read also when the schema registry is away. The field
 * {@code format} counts up when the others change their meaning.
 */
final class PublicationCodec {
    private static final int FORMAT = 1;

    /** No character takes more than twice its bytes of UTF-8, which the bound of a record relies on. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private PublicationCodec() {}

    static byte[] encode(Publication publication) {
        ObjectNode json = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("version", publication.version())
                .put("publishedAt", IsoTime.format(publication.publishedAt()))
                .put("author", publication.author())
                .put("note", publication.note())
                .put("hash", publication.hash())
                .put("yaml", publication.yaml());
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e); // a tree of texts and numbers can be written
        }
    }

    static Publication decode(byte[] bytes) throws UnreadablePublicationException {
        try {
            JsonNode json = JSON.readTree(bytes);
            int format = json.path("format").asInt();
            if (format != FORMAT) {
                throw new IOException("format " + json.path("format").asText("missing")
                        + " is not known to this release, which reads " + FORMAT);
            }
            String at = text(json, "publishedAt");
            return new Publication(
                    json.path("version").asLong(),
                    text(json, "yaml"),
                    text(json, "hash"),
                    text(json, "author"),
                    text(json, "note"),
                    IsoTime.parse(at).orElseThrow(() -> new IOException("publishedAt is no time: " + at)));
        } catch (JsonProcessingException e) {
            throw new UnreadablePublicationException("no JSON: " + e.getOriginalMessage(), e);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadablePublicationException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(JsonNode json, String field) throws IOException {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IOException(field + " is missing");
        }
        return value.textValue();
    }
}
