package io.weirkeeper.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws policies in which messages wait, each at one gate: of what is due at several gates in the same millisecond, no order is defined.
 */
enum RandomPolicy {
    AT_THE_SENDER_GATE(
            List.of(
                    "debounce: {quiet: 4s}",
                    "debounce: {quiet: 2s, maxWait: 5s, keep: merge, per: [sender, conversation]}",
                    "debounce: {quiet: 1s, maxMessages: 3}",
                    "debounce: {quiet: 4s, maxMessages: 3, keep: merge}",
                    "providerBackoff: {errors: 5 per 1m, pause: 10s}"),
            List.of(
                    "{id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}",
                    "{id: talk, per: [sender, conversation], allow: 2 per 5s, onExceed: queue}",
                    "{id: burst, per: [sender], allow: 12 per 1m, algorithm: token-bucket, burst: 2, onExceed: queue}")),
    AT_CONVERSATIONS(
            List.of("debounce: {quiet: 4s, mode: shadow}"),
            List.of(
                    "{id: chat, per: [conversation], allow: 1 per 2s, onExceed: queue}",
                    "{id: chat-slow, per: [conversation], allow: 2 per 5s, onExceed: queue}")),
    AT_THE_GLOBAL_GATE(
            List.of("debounce: {quiet: 4s, mode: shadow}", "providerBackoff: {errors: 5 per 1m, pause: 10s}"),
            List.of(
                    "{id: all, per: [], allow: 1 per 1s, onExceed: queue}",
                    "{id: all-few, per: [], allow: 20 per 1m}",
                    "{id: all-many, per: [], allow: 300 per 1m, onExceed: queue}"));

    private static final List<String> REFUSING = List.of(
            "{id: few, per: [sender], allow: 3 per 20s, strikes: 1}",
            "{id: flood, per: [sender], allow: 4 per 1s, count: arrivals}",
            "{id: watched, per: [sender], allow: 2 per 10s, onExceed: queue, mode: shadow}");
    private static final List<String> REFUSING_ELSEWHERE = List.of(
            "{id: user, per: [user], allow: 3 per 10s}", "{id: chat-few, per: [conversation], allow: 4 per 20s}");
    private static final List<String> OTHERS = List.of(
            "duplicates: {window: 10s}",
            "queue: {capacity: 3, maxWait: 8s}",
            "priorities: [{when: {user: [ana]}, is: 8}, {when: {conversation: [x]}, is: 1}]",
            "trusted: {senders: [\"+15550101\"], factor: 2}",
            "admins: [\"+15550100\"]",
            "penalties: {window: 1h, ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 30s}]}",
            "notices: {language: en, atMostOncePer: 10s}");

    private final List<String> rules;
    private final List<String> limits;

    RandomPolicy(List<String> rules, List<String> limits) {
        this.rules = rules;
        this.limits = limits;
    }

    String text(Random random) {
        List<String> lines = new ArrayList<>(List.of("name: random"));
        lines.add(rules.get(random.nextInt(rules.size())));
        lines.addAll(some(OTHERS, random));
        lines.add("limits:");
        lines.add("  - " + limits.get(random.nextInt(limits.size())));
        some(REFUSING, random).forEach(limit -> lines.add("  - " + limit));
        if (this != AT_THE_SENDER_GATE) {
            some(REFUSING_ELSEWHERE, random).forEach(limit -> lines.add("  - " + limit));
        }
        return String.join("\n", lines);
    }

    private static List<String> some(List<String> of, Random random) {
        List<String> some = new ArrayList<>(of);
        some.removeIf(any -> random.nextInt(5) < 3);
        return some;
    }
}
