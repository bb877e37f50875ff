package io.weirkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What is answered. */
public sealed interface Answer {

    /** An answer that is there whole. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Whole(int status, String mediaType, byte[] body, Map<String, String> headers) implements Answer {
        public Whole {
            headers = Map.copyOf(headers);
        }
    }

    /** An answer that goes on until somebody ends it. */
    record Stream(String mediaType, Writing writing) implements Answer {}

    /** Writes a stream; it holds a thread of the server until it returns. */
    @FunctionalInterface
    interface Writing {
        /**
         * Writes until there is no more.
         *
         * @throws IOException if the reader is gone
         */
        void to(OutputStream out) throws IOException, InterruptedException;
    }

    static Answer json(int status, JsonNode body) {
        return text(status, "application/json", body.toString());
    }

    static Answer text(int status, String mediaType, String body) {
        return new Whole(status, mediaType, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }
}
