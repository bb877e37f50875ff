package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirkeeper.config.Rates;
import io.weirkeeper.core.gate.LimitUsage;
import io.weirkeeper.events.wire.IsoTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is used of limits, in JSON. */
public final class LimitJson {
    private static final String ID = "id";
    private static final String ALLOW = "allow";
    private static final String MODE = "mode";
    private static final String APPLIES = "applies";
    private static final String USED = "used";
    private static final String LEFT = "left";
    private static final String RESETS_AT = "resetsAt";
    private static final String FREE_AT = "freeAt";
    private static final String ENFORCE = "enforce";

    private LimitJson() {}

    /** As it is answered. */
    public static ArrayNode write(List<LimitUsage> limits) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        limits.forEach(limit -> all.add(write(limit)));
        return all;
    }

    private static ObjectNode write(LimitUsage limit) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put(ID, limit.id())
                .put(ALLOW, limit.allow().toString())
                .put(MODE, limit.enforced() ? ENFORCE : "shadow")
                .put(APPLIES, limit.room().isPresent());
        limit.room().ifPresent(room -> {
            json.put(USED, room.used()).put(LEFT, room.left());
            putTime(json, RESETS_AT, room.resetsAt());
            putTime(json, FREE_AT, room.freeAt());
        });
        return json;
    }

    static void putTime(ObjectNode json, String name, OptionalLong time) {
        time.ifPresent(millis -> json.put(name, IsoTime.format(millis)));
    }

    /**
     * As it was answered by another instance.
     *
     * @throws IllegalArgumentException if it is nothing of the kind
     */
    static List<LimitUsage> read(JsonNode json) {
        List<LimitUsage> limits = new ArrayList<>();
        json.forEach(each -> limits.add(new LimitUsage(
                each.path(ID).asText(),
                Rates.parse(each.path(ALLOW).asText())
                        .orElseThrow(() -> new IllegalArgumentException("not a limit: " + each)),
                each.path(MODE).asText().equals(ENFORCE),
                each.path(APPLIES).asBoolean() ? Optional.of(room(each)) : Optional.empty())));
        return limits;
    }

    private static LimitUsage.Room room(JsonNode json) {
        return new LimitUsage.Room(
                json.path(USED).asLong(),
                json.path(LEFT).asLong(),
                IsoTime.parse(json.path(RESETS_AT).asText()),
                IsoTime.parse(json.path(FREE_AT).asText()));
    }
}
