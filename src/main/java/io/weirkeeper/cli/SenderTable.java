package io.weirkeeper.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the gate knows of a sender, for people; made of what GET /v1/senders answers. */
final class SenderTable {
    private static final String NONE = "-";
    private static final String ROW = "%-10s %s%n";
    private static final String LIMIT = "  %-20s %-20s %6s %6s  %-24s %s%n";
    private static final String UNTIL = "until";

    private SenderTable() {}

    static String of(JsonNode sender) {
        StringBuilder table = new StringBuilder();
        row(table, "sender", sender.path("sender").asText());
        row(table, "at", sender.path("at").asText());
        row(table, "tier", sender.path("tier").asText());
        row(table, "standing", standing(sender));
        row(table, "penalty", penalty(sender.path("penalty")));
        row(table, "strikes", sender.at("/ledger/strikes").asText() + episodes(sender.at("/ledger/episodes")));
        row(
                table,
                "waiting",
                sender.at("/waiting/quiet").asText() + " for quiet, "
                        + sender.at("/waiting/room").asText() + " for room");
        table.append(String.format(Locale.ROOT, LIMIT, "limit", "allowed", "used", "left", "resets at", "free at"));
        sender.path("limits").forEach(limit -> table.append(limit(limit)));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, String value) {
        table.append(String.format(Locale.ROOT, ROW, name, value));
    }

    private static String standing(JsonNode sender) {
        Stream<String> said = Stream.of("blocked", "trusted", "registered")
                .filter(word -> sender.path("standing").has(word))
                .map(word -> word + details(sender.path("standing").path(word)));
        Stream<String> listed = Stream.of("blocked", "trusted", "admin")
                .filter(word -> sender.path("listed").path(word).asBoolean())
                .map(word -> word + " by the policy");
        String all = Stream.concat(said, listed).collect(Collectors.joining("; "));
        return all.isEmpty() ? NONE : all;
    }

    private static String details(JsonNode word) {
        return List.of("since", UNTIL, "by", "reason").stream()
                .filter(word::has)
                .map(name -> " " + name + " " + word.path(name).asText())
                .collect(Collectors.joining());
    }

    private static String penalty(JsonNode penalty) {
        return penalty.isMissingNode()
                ? NONE
                : penalty.path("kind").asText() + details(penalty) + " for "
                        + penalty.path("rule").asText();
    }

    private static String episodes(JsonNode episodes) {
        StringBuilder text = new StringBuilder();
        episodes.forEach(episode -> text.append("; ")
                .append(episode.path("rule").asText("an earlier rule"))
                .append(" until ")
                .append(episode.path(UNTIL).asText()));
        return text.toString();
    }

    private static String limit(JsonNode limit) {
        boolean applies = limit.path("applies").asBoolean();
        String id = limit.path("id").asText() + (limit.path("mode").asText().equals("shadow") ? " (shadow)" : "");
        return String.format(
                Locale.ROOT,
                LIMIT,
                id,
                limit.path("allow").asText(),
                limit.path("used").asText(NONE),
                limit.path("left").asText(NONE),
                limit.path("resetsAt").asText(NONE),
                applies ? limit.path("freeAt").asText(NONE) : "does not apply");
    }
}
