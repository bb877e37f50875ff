package io.weirkeeper.core.gate;

import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.OperatorList;
import io.weirkeeper.core.standing.Standing;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who is on a list of the operators, by all that they have said: each word changes here what it changes in the gate. What they say
 * of one subject must come in order.
 */
public final class ListReplay {
    private static final Comparator<ControlEvent> BY_SUBJECT =
            Comparator.comparing(event -> event.subject().orElse(""));

    private final OperatorList list;
    private final Map<String, Entry> entries = new HashMap<>();

    /** Of a subject: what operators make of it, and the word that put it on the list. */
    private record Entry(Standing standing, Optional<ControlEvent> word) {
        static final Entry NONE = new Entry(Standing.EMPTY, Optional.empty());
    }

    public ListReplay(OperatorList list) {
        this.list = list;
    }

    /** Takes the next word; what is said of the gate does not concern a list. */
    public void hear(ControlEvent event) {
        event.subject().ifPresent(subject -> {
            Entry next = next(event, entries.getOrDefault(subject, Entry.NONE));
            if (next.standing().isEmpty()) {
                entries.remove(subject);
            } else {
                entries.put(subject, next);
            }
        });
    }

    private Entry next(ControlEvent event, Entry before) {
        Standing standing = OperatorWord.decide(event, before.standing(), event.at())
                .standing()
                .orElse(before.standing());
        Optional<ControlEvent> word = event.type() == list.entering() ? Optional.of(event) : before.word();
        return new Entry(standing, word.filter(said -> list.term(standing).isPresent()));
    }

    /** The words by which subjects are on the list at that time, in the order of the subjects. */
    public List<ControlEvent> at(long time) {
        return entries.values().stream()
                .filter(entry -> list.term(entry.standing().at(time)).isPresent())
                .flatMap(entry -> entry.word().stream())
                .sorted(BY_SUBJECT)
                .toList();
    }
}
