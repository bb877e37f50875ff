package io.weirkeeper.events.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The fields of one JSON object, read from left to right. Text that is read is well-formed; names are so too, since a
 * name with half a surrogate pair is no JSON to the parser. null is no value.
 */
final class JsonFields {
    private final JsonParser parser;
    private String name = "";

    /** Reads the object whose opening brace the parser has just read. */
    JsonFields(JsonParser parser) {
        this.parser = parser;
    }

    /** Goes to the next field; false if there is none. The value of each field must be read or skipped. */
    boolean next() throws IOException {
        String next = parser.nextFieldName();
        if (next == null) {
            return false;
        }
        name = next;
        parser.nextToken();
        return true;
    }

    String name() {
        return name;
    }

    void skip() throws IOException {
        parser.skipChildren();
    }

    Optional<String> text() throws IOException, InvalidRecord {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> Optional.of(Text.wellFormed(parser.getText()));
            case VALUE_NULL -> Optional.empty();
            default -> throw InvalidRecord.field(name, "must be text");
        };
    }

    /** A whole number; beyond what an int holds, the nearest that it holds. */
    OptionalInt number() throws IOException, InvalidRecord {
        String wanted = "must be a whole number";
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> OptionalInt.of(saturated(wholeNumber(wanted)));
            case VALUE_NULL -> OptionalInt.empty();
            default -> throw InvalidRecord.field(name, wanted);
        };
    }

    /** Epoch milliseconds, or ISO 8601 with Z or an offset. */
    OptionalLong time() throws IOException, InvalidRecord {
        String wanted = "must be an ISO 8601 time with Z or an offset, or epoch milliseconds";
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT -> OptionalLong.of(wholeNumber(wanted));
            case VALUE_STRING -> {
                OptionalLong time = IsoTime.parse(parser.getText());
                if (time.isEmpty()) {
                    throw InvalidRecord.field(name, wanted);
                }
                yield time;
            }
            case VALUE_NULL -> OptionalLong.empty();
            default -> throw InvalidRecord.field(name, wanted);
        };
    }

    Map<String, String> texts() throws IOException, InvalidRecord {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Map.of();
            case START_OBJECT -> textsInside();
            default -> throw InvalidRecord.field(name, "must be an object of texts");
        };
    }

    private Map<String, String> textsInside() throws IOException, InvalidRecord {
        Map<String, String> texts = new HashMap<>();
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            if (parser.nextToken() != JsonToken.VALUE_STRING) {
                throw InvalidRecord.field(name, "every value must be text");
            }
            texts.put(key, Text.wellFormed(parser.getText()));
        }
        return texts;
    }

    private static int saturated(long number) {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number));
    }

    private long wholeNumber(String wanted) throws IOException, InvalidRecord {
        try {
            return parser.getLongValue();
        } catch (InputCoercionException beyondLong) {
            throw InvalidRecord.field(name, wanted);
        }
    }
}
