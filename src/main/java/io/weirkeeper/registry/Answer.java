package io.weirkeeper.registry;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** What came of asking one URL once. */
sealed interface Answer {
    ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    int LONGEST_MESSAGE = 500;
    Pattern INVISIBLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    /** Statuses below 500 that speak of the moment, not of the question: too slow, too many. */
    Set<Integer> FOR_NOW = Set.of(408, 425, 429);

    /** What was asked for. */
    record Given(JsonNode json) implements Answer {}

    /** No, and that is final. */
    record Refused(RegistryRefused refusal) implements Answer {}

    /** Nothing to go by; another URL or a later time may be better. */
    record Failed(String why) implements Answer {}

    static Answer of(int status, byte[] body) {
        JsonNode json = json(body);
        if (status >= 200 && status < 300) {
            return json.isMissingNode() ? new Failed("answers with something that is not JSON") : new Given(json);
        }
        if (status >= 400 && status < 500 && !FOR_NOW.contains(status)) {
            JsonNode code = json.path("error_code");
            return new Refused(new RegistryRefused(
                    status,
                    code.isInt() ? OptionalInt.of(code.intValue()) : OptionalInt.empty(),
                    "answers " + status + described(json)));
        }
        return new Failed("answers " + status + described(json));
    }

    private static JsonNode json(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot fail", e);
        }
    }

    private static String described(JsonNode json) {
        String message = json.path("message").asText("");
        String start = message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) + "..." : message;
        return start.isEmpty() ? "" : ": " + INVISIBLE.matcher(start).replaceAll(" ");
    }
}
