package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ran out is deleted, a few entries at a time, once no late record can need it. */
class StandingSweepTest {
    private static final long LATENESS = 1_000;
    private static final long END = 5_000;
    private static final Standing ENDING = Standing.EMPTY.withTrust(Optional.of(new Term(OptionalLong.of(END))));
    private static final Standing ENDLESS = Standing.EMPTY.withRegistration(Optional.of(Term.UNLIMITED));

    @TempDir
    Path folder;

    private TestStores stores;
    private KeyValueStore<String, Standing> store;
    private StandingSweep sweep;

    @BeforeEach
    void open() {
        stores = new TestStores(folder);
        store = stores.standing;
        sweep = new StandingSweep(store, LATENESS);
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private int entries() {
        int entries = 0;
        try (KeyValueIterator<String, Standing> all = store.all()) {
            while (all.hasNext()) {
                all.next();
                entries++;
            }
        }
        return entries;
    }

    @Test
    void whatRanOutIsDeleted() {
        store.put("a", ENDING);

        sweep.sweep(END + LATENESS);

        assertThat(store.get("a")).isNull();
    }

    @Test
    void whatALateRecordMayStillNeedIsKept() {
        store.put("a", ENDING);

        sweep.sweep(END + LATENESS - 1);

        assertThat(store.get("a")).isEqualTo(ENDING);
    }

    @Test
    void whatStillHoldsIsKept() {
        store.put("a", ENDLESS.withTrust(ENDING.trust()));

        sweep.sweep(END + LATENESS);

        assertThat(store.get("a")).isEqualTo(ENDLESS);
    }

    @Test
    void oneSweepLooksAtAFewEntriesAndTheNextAtThoseAfterThem() {
        for (int i = 0; i < 2 * StandingSweep.ENTRIES_AT_ONCE + 1; i++) {
            store.put("s" + i, ENDING);
        }

        sweep.sweep(END + LATENESS);
        int afterOne = entries();
        sweep.sweep(END + LATENESS);
        int afterTwo = entries();
        sweep.sweep(END + LATENESS);

        assertThat(afterOne).isEqualTo(StandingSweep.ENTRIES_AT_ONCE + 1);
        assertThat(afterTwo).isEqualTo(1);
        assertThat(entries()).isZero();
    }

    @Test
    void afterTheLastEntryItStartsAgain() {
        for (int i = 0; i < StandingSweep.ENTRIES_AT_ONCE + 1; i++) {
            store.put("s" + i, ENDLESS);
        }
        sweep.sweep(END);
        sweep.sweep(END);
        store.put("a", ENDING);

        sweep.sweep(END + LATENESS);

        assertThat(store.get("a")).isNull();
    }

    @Test
    void theEntryAtWhichItWouldGoOnMayBeGone() {
        for (int i = 0; i < StandingSweep.ENTRIES_AT_ONCE + 2; i++) {
            store.put(String.format("s%05d", i), ENDING);
        }
        sweep.sweep(0);
        store.delete(String.format("s%05d", StandingSweep.ENTRIES_AT_ONCE));

        sweep.sweep(END + LATENESS);

        assertThat(store.get(String.format("s%05d", StandingSweep.ENTRIES_AT_ONCE + 1)))
                .isNull();
    }

    @Test
    void anEmptyStoreIsSweptToo() {
        sweep.sweep(END);

        assertThat(entries()).isZero();
    }
}
