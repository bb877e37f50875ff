package io.weirkeeper.streams.store;

import io.weirkeeper.core.standing.Standing;
import org.apache.kafka.streams.state.KeyValueStore;

/** The standing of subjects. Nearly none has any, so that this too is kept in memory of those met last. */
public final class StandingStore {
    private static final int SUBJECTS_IN_MEMORY = 100_000;

    private final KeyValueStore<String, Standing> store;
    private final Recent<Standing> recent = new Recent<>(SUBJECTS_IN_MEMORY, standing -> 1);

    /** The store may lose what has run out behind this object's back (StandingSweep): nobody asks for that any more. */
    public StandingStore(KeyValueStore<String, Standing> store) {
        this.store = store;
    }

    /** What is known of a subject; of a stranger, {@link Standing#EMPTY}. */
    public Standing get(String subject) {
        return recent.get(subject).orElseGet(() -> {
            Standing stored = store.get(subject);
            Standing standing = stored == null ? Standing.EMPTY : stored;
            recent.put(subject, standing);
            return standing;
        });
    }

    /** Writes it, or erases it if it is empty. */
    public void put(String subject, Standing standing) {
        recent.put(subject, standing);
        if (standing.isEmpty()) {
            store.delete(subject);
        } else {
            store.put(subject, standing);
        }
    }
}
