package io.weirkeeper.scenario;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds verdicts against those that were expected, message by message. The texts for people, detail and notice, are compared
 * only where an expected verdict has them; all other fields always.
 */
public final class Comparison {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final Set<String> FOR_PEOPLE = Set.of("detail", "notice");

    private final List<String> differences = new ArrayList<>();

    private Comparison() {}

    /**
     * What differs, a line each; nothing if all is as expected.
     *
     * @param expected JSON lines as somebody wrote them; blank ones are skipped
     * @param actual JSON lines as they came
     */
    public static List<String> of(String expected, String actual) {
        Comparison comparison = new Comparison();
        List<JsonNode> wanted = comparison.read(expected);
        if (comparison.differences.isEmpty()) {
            comparison.compare(wanted, comparison.read(actual));
        }
        return List.copyOf(comparison.differences);
    }

    private List<JsonNode> read(String lines) {
        List<JsonNode> verdicts = new ArrayList<>();
        int number = 0;
        for (String line : lines.lines().toList()) {
            number++;
            if (!line.isBlank()) {
                read(number, line).ifPresent(verdicts::add);
            }
        }
        return verdicts;
    }

    private Optional<JsonNode> read(int number, String line) {
        try {
            JsonNode verdict = JSON.readTree(line);
            if (verdict.path("id").isTextual() && verdict.path("verdict").isTextual()) {
                return Optional.of(verdict);
            }
            differences.add("expected, line " + number + ": not a verdict with an id");
        } catch (JsonProcessingException e) {
            differences.add("expected, line " + number + ": " + e.getOriginalMessage());
        }
        return Optional.empty();
    }

    private void compare(List<JsonNode> expected, List<JsonNode> actual) {
        Map<String, JsonNode> came = byMessage(actual);
        Map<String, JsonNode> wanted = byMessage(expected);
        wanted.forEach((message, verdict) -> Optional.ofNullable(came.get(message))
                .ifPresentOrElse(
                        other -> compare(message, verdict, other),
                        () -> differences.add(message + ": no verdict; expected " + shortly(verdict))));
        came.forEach((message, verdict) -> {
            if (!wanted.containsKey(message)) {
                differences.add(message + ": " + shortly(verdict) + "; not expected");
            }
        });
        if (differences.isEmpty()) {
            compareOrder(List.copyOf(wanted.keySet()), List.copyOf(came.keySet()));
        }
    }

    /** A message id may come more than once: then it is told which time it was. */
    private static Map<String, JsonNode> byMessage(List<JsonNode> verdicts) {
        Map<String, JsonNode> named = new LinkedHashMap<>();
        Map<String, Integer> times = new LinkedHashMap<>();
        for (JsonNode verdict : verdicts) {
            String id = verdict.path("id").textValue();
            int time = times.merge(id, 1, Integer::sum);
            named.put(time == 1 ? id : id + " (" + time + ")", verdict);
        }
        return named;
    }

    private void compare(String message, JsonNode expected, JsonNode actual) {
        Set<String> fields = new LinkedHashSet<>();
        expected.fieldNames().forEachRemaining(fields::add);
        actual.fieldNames().forEachRemaining(fields::add);
        for (String field : fields) {
            boolean counts = !FOR_PEOPLE.contains(field) || expected.has(field);
            if (counts && !expected.path(field).equals(actual.path(field))) {
                differences.add(message + ": " + field + " is " + value(actual.path(field)) + ", expected "
                        + value(expected.path(field)));
            }
        }
    }

    private void compareOrder(List<String> expected, List<String> actual) {
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                differences.add("order: verdict " + (i + 1) + " is that of " + actual.get(i) + ", expected that of "
                        + expected.get(i));
                return;
            }
        }
    }

    private static String value(JsonNode value) {
        return value.isMissingNode() ? "not there" : value.isTextual() ? value.textValue() : value.toString();
    }

    private static String shortly(JsonNode verdict) {
        String reason = verdict.path("reason").asText("");
        return verdict.path("verdict").asText() + (reason.isEmpty() ? "" : " " + reason) + " at "
                + verdict.path("at").asText();
    }
}
