package io.weirkeeper.cli;

import io.weirkeeper.core.message.Message;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the checks said of messages, until their verdicts come. An id may come again while the first message waits: the later one is
 * then stopped at once, so the latest answers are taken first.
 */
final class Answers {
    private final Map<String, Deque<List<String>>> byId = new HashMap<>();

    void put(Message message, List<String> answers) {
        byId.computeIfAbsent(message.id(), id -> new ArrayDeque<>(1)).push(answers);
    }

    List<String> take(Message message) {
        Optional<Deque<List<String>>> waiting = Optional.ofNullable(byId.get(message.id()));
        List<String> latest = waiting.map(Deque::poll).orElse(List.of());
        waiting.filter(Deque::isEmpty).ifPresent(empty -> byId.remove(message.id()));
        return latest;
    }
}
