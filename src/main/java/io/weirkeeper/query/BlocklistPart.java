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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A page of the block list as some instances know it.
 *
 * @param senders in order, at most {@value #PAGE}
 * @param next up to which sender it is complete, if there may be more; that one need not be blocked
 * @param partitions whose senders are in it, up to there
 */
record BlocklistPart(List<JsonNode> senders, Optional<String> next, Set<Integer> partitions) {
    static final int PAGE = 100;

    /** Of no partition. */
    static final BlocklistPart EMPTY = new BlocklistPart(List.of(), Optional.empty(), Set.of());

    private static final String SENDER = "sender";
    private static final String SENDERS = "senders";
    private static final String NEXT = "next";
    private static final String PARTITIONS = "partitions";

    /** By the bytes of UTF-8, as stores have them. */
    private static final Comparator<String> ORDER = (a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b));

    BlocklistPart {
        senders = List.copyOf(senders);
        partitions = Set.copyOf(partitions);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The first page of all these, which may be too many and in any order.
     *
     * @param end up to which sender somebody looked; empty if to the last
     */
    static BlocklistPart of(List<JsonNode> found, Optional<String> end, Set<Integer> partitions) {
        List<JsonNode> complete = found.stream()
                .filter(each -> end.isEmpty() || ORDER.compare(sender(each), end.get()) <= 0)
                .sorted(Comparator.comparing(BlocklistPart::sender, ORDER))
                .toList();
        return complete.size() > PAGE
                ? new BlocklistPart(complete.subList(0, PAGE), Optional.of(sender(complete.get(PAGE - 1))), partitions)
                : new BlocklistPart(complete, end, partitions);
    }

    private static String sender(JsonNode entry) {
        return entry.path(SENDER).asText();
    }

    /** Both in one, as far as both are complete: beyond that, the shorter one may lack senders. */
    BlocklistPart and(BlocklistPart other) {
        Set<Integer> all = new TreeSet<>(partitions);
        all.addAll(other.partitions);
        return of(
                Stream.concat(senders.stream(), other.senders.stream()).toList(),
                Stream.concat(next.stream(), other.next.stream()).min(ORDER),
                all);
    }

    /** For whom asked. */
    ObjectNode page() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray(SENDERS).addAll(senders);
        next.ifPresent(sender -> json.put(NEXT, sender));
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
        return new BlocklistPart(
                senders,
                Optional.of(json.path(NEXT)).filter(JsonNode::isTextual).map(JsonNode::asText),
                partitions);
    }
}
