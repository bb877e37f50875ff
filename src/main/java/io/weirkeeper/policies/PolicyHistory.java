package io.weirkeeper.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the topic of policies says. Grows as its records are read; used by one thread at a time. */
public final class PolicyHistory {
    private final PolicySequence sequence = new PolicySequence(0);
    private final List<PolicySequence.Entry.Next> read = new ArrayList<>();
    private final List<Refusal> unreadable = new ArrayList<>();

    /** Takes the next record of the log. */
    void take(@Nullable String key, byte @Nullable [] value) {
        PolicySequence.Entry entry = sequence.next(key, value);
        if (entry instanceof PolicySequence.Entry.Next next) {
            read.add(next);
        } else if (entry instanceof PolicySequence.Entry.Unreadable bad) {
            unreadable.add(bad.refusal());
        }
    }

    /** All versions that can be read, the first of them first. */
    public List<Publication> all() {
        return read.stream().map(PolicySequence.Entry.Next::publication).toList();
    }

    /** One version, if it can be read. */
    public Optional<Publication> get(long version) {
        return all().stream()
                .filter(publication -> publication.version() == version)
                .findFirst();
    }

    /** The versions that cannot be read. */
    public List<Refusal> unreadable() {
        return List.copyOf(unreadable);
    }

    /** The number of the latest version, readable or not; 0 if there is none. */
    public long latest() {
        return sequence.latest();
    }

    /** Whether the record under this key is that which counts. */
    boolean isWinner(String key) {
        return read.stream().anyMatch(next -> next.key().equals(key));
    }
}
