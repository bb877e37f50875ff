package io.weirkeeper.streams.store;

import io.weirkeeper.core.standing.Standing;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The standing of subjects. Nearly none has any: as long as all that have fit into memory, nobody else is looked up. */
public final class StandingStore {
    private static final int SUBJECTS_IN_MEMORY = 100_000;

    private final KeyValueStore<String, Standing> store;
    private final Recent<Standing> recent = new Recent<>(SUBJECTS_IN_MEMORY, standing -> 1);

    /** The store may lose what has run out behind this object's back (StandingSweep): nobody asks for that any more. */
    public StandingStore(KeyValueStore<String, Standing> store) {
        this.store = store;
        recent.declareWhole();
        try (KeyValueIterator<String, Standing> entries = store.all()) {
            while (entries.hasNext() && recent.isWhole()) {
                KeyValue<String, Standing> entry = entries.next();
                recent.put(entry.key, entry.value);
            }
        }
    }

    /** What is known of a subject; of a stranger, {@link Standing#EMPTY}. */
    public Standing get(String subject) {
        Optional<Standing> known = recent.get(subject);
        return known.isPresent() || recent.isWhole() ? known.orElse(Standing.EMPTY) : read(subject);
    }

    private Standing read(String subject) {
        Standing stored = store.get(subject);
        Standing standing = stored == null ? Standing.EMPTY : stored;
        recent.put(subject, standing);
        return standing;
    }

    /** Writes it, or erases it if it is empty. */
    public void put(String subject, Standing standing) {
        if (standing.isEmpty() && recent.isWhole()) {
            recent.remove(subject);
        } else {
            recent.put(subject, standing);
        }
        if (standing.isEmpty()) {
            store.delete(subject);
        } else {
            store.put(subject, standing);
        }
    }
}
