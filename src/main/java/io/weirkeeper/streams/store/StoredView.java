package io.weirkeeper.streams.store;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.SubjectState;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.penalty.Ledger;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.LedgerCodec;
import io.weirkeeper.streams.codec.Remembrance;
import io.weirkeeper.streams.codec.StateCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyWindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;

/**
 * What the stores of one gate in one task hold under a key, for threads other than the one that judges. Each part is read when it is
 * asked for, and whole; between two parts a message may be judged, see {@link #copy}.
 *
 * @param violations only the sender gate has any
 */
public record StoredView(
        ReadOnlyWindowStore<String, byte[]> activities,
        Optional<ReadOnlyWindowStore<String, byte[]>> violations,
        ReadOnlyKeyValueStore<String, Standing> standings,
        ReadOnlyKeyValueStore<Bytes, Held> held,
        String key)
        implements SubjectState {

    private static final ActivityCodec ACTIVITY = new ActivityCodec();
    private static final LedgerCodec LEDGER = new LedgerCodec();

    /** After the start of every slot. */
    private static final Instant ALWAYS = Instant.ofEpochMilli(Long.MAX_VALUE);

    /** All parts, as one decision left them. */
    public SubjectCopy copy(SaveMarks marks) {
        return marks.reading(key, () -> SubjectCopy.of(this));
    }

    @Override
    public Activity activity() {
        return remembrance(activities, key).activity();
    }

    /** What the gate remembers of a subject, and what it has counted of it. */
    public static Remembrance remembrance(ReadOnlyWindowStore<String, byte[]> store, String subject) {
        return newest(store, ACTIVITY, subject).orElse(Remembrance.NOTHING);
    }

    @Override
    public Standing standing() {
        return Optional.ofNullable(standings.get(key)).orElse(Standing.EMPTY);
    }

    @Override
    public Ledger ledger() {
        return violations.flatMap(store -> newest(store, LEDGER, key)).orElse(Ledger.EMPTY);
    }

    @Override
    public Waiting waiting() {
        List<Held> found = new ArrayList<>();
        try (KeyValueIterator<Bytes, Held> entries = held.prefixScan(HeldStore.prefix(key), new BytesSerializer())) {
            entries.forEachRemaining(entry -> found.add(entry.value));
        }
        return new Waiting(found);
    }

    /**
     * A record is written under the newest slot, so the latest that is there is the one that counts. A slot more than the gate looks at
     * may still be kept; what is so old has run out whoever reads it.
     */
    private static <T> Optional<T> newest(ReadOnlyWindowStore<String, byte[]> store, StateCodec<T> codec, String key) {
        try (WindowStoreIterator<byte[]> slots = store.backwardFetch(key, Instant.EPOCH, ALWAYS)) {
            return slots.hasNext() ? Optional.of(codec.decode(slots.next().value)) : Optional.empty();
        }
    }
}
