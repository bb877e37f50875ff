package io.weirkeeper.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A page of the block list as some instances know it.
 *
 * @param senders in order, at most {@value #PAGE}
 * @param isCut whether there are more
 * @param partitions whose senders are in it, as far as they belong on this page
 */
record BlocklistPart(List<JsonNode> senders, boolean isCut, Set<Integer> partitions) {
    static final int PAGE = 100;

    private static final String SENDER = "sender";
    private static final String SENDERS = "senders";
    private static final String NEXT = "next";
    private static final String PARTITIONS = "partitions";

    /** By the bytes of UTF-8, as stores have them. */
    private static final Comparator<JsonNode> ORDER = (a, b) -> Arrays.compareUnsigned(
            utf8(a.path(SENDER).asText()), utf8(b.path(SENDER).asText()));

    BlocklistPart {
        senders = List.copyOf(senders);
        partitions = Set.copyOf(partitions);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first page of all these, which may be too many and in any order. */
    static BlocklistPart of(List<JsonNode> found, Set<Integer> partitions) {
        return new BlocklistPart(found.stream().sorted(ORDER).limit(PAGE).toList(), found.size() > PAGE, partitions);
    }

    /** Both in one. */
    BlocklistPart and(BlocklistPart other) {
        Set<Integer> all = new TreeSet<>(partitions);
        all.addAll(other.partitions);
        BlocklistPart both =
                of(Stream.concat(senders.stream(), other.senders.stream()).toList(), all);
        return new BlocklistPart(both.senders, both.isCut || isCut || other.isCut, all);
    }

    /** For whom asked. */
    ObjectNode page() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray(SENDERS).addAll(senders);
        if (isCut && !senders.isEmpty()) {
            json.put(NEXT, senders.get(senders.size() - 1).path(SENDER).asText());
        }
        return json;
    }

    /** For another instance. */
    ObjectNode part() {
        ObjectNode json = page();
        ArrayNode list = json.putArray(PARTITIONS);
        new TreeSet<>(partitions).forEach(list::add);
        return json;
    }

    /** From another instance. */
    static BlocklistPart read(JsonNode json) {
        List<JsonNode> senders = new ArrayList<>();
        json.path(SENDERS).forEach(senders::add);
        Set<Integer> partitions = new TreeSet<>();
        json.path(PARTITIONS).forEach(each -> partitions.add(each.asInt()));
        return new BlocklistPart(senders, json.has(NEXT), partitions);
    }
}
