package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Counters;
import io.weirkeeper.core.gate.Remembered;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record for each subject, found for at least one slot of time and gone after two. */
class SlottedStoreTest {
    private static final long DAY = TestStores.SLOT.toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    /** The beginning of a slot. */
    private static final long START = 20_458 * DAY;

    @TempDir
    Path folder;

    private TestStores stores;
    private SlottedStore<Activity> store;

    @BeforeEach
    void open() {
        stores = new TestStores(folder);
        store = stores.gate.activity();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static Activity activity(long time) {
        return new Activity(time, Counters.NONE, Remembered.NOTHING, Remembered.NOTHING, OptionalLong.empty());
    }

    @Test
    void whatNobodyWroteIsNotFound() {
        assertThat(store.get("a", START, START)).isEmpty();
    }

    @Test
    void whatWasWrittenIsFound() {
        store.put("a", activity(7), START);

        assertThat(store.get("a", START, START)).contains(activity(7));
        assertThat(store.get("b", START, START)).isEmpty();
    }

    @Test
    void whatWasWrittenIsFoundAWholeSlotLater() {
        store.put("a", activity(7), START + DAY - 1);

        assertThat(store.get("a", START + 2 * DAY - 1, START + 2 * DAY - 1)).contains(activity(7));
    }

    @Test
    void afterTwoSlotsItIsGone() {
        store.put("a", activity(7), START + DAY - 1);

        assertThat(store.get("a", START + 2 * DAY, START + 2 * DAY)).isEmpty();
    }

    @Test
    void theLatestIsFound() {
        store.put("a", activity(1), START);
        store.put("a", activity(2), START + DAY);

        assertThat(store.get("a", START + DAY, START + DAY)).contains(activity(2));
    }

    @Test
    void aLateMessageFindsWhatWasWrittenAfterIt() {
        store.put("a", activity(2), START + DAY);

        assertThat(store.get("a", START + DAY - HOUR, START + DAY)).contains(activity(2));
    }

    @Test
    void aLateMessageFindsTheSlotBeforeItsOwn() {
        store.put("a", activity(1), START);
        store.put("b", activity(9), START + 2 * DAY);

        assertThat(store.get("a", START + 2 * DAY - 1, START + 2 * DAY)).contains(activity(1));
    }

    @Test
    void whatALateMessageWritesIsNotDropped() {
        store.put("b", activity(9), START + 5 * DAY);

        store.put("a", activity(1), START + 5 * DAY);

        assertThat(store.get("a", START + 5 * DAY - HOUR, START + 5 * DAY)).contains(activity(1));
    }

    @Test
    void theFirstDaysOfTheEpochAreDaysToo() {
        store.put("a", activity(1), 0);

        assertThat(store.get("a", 0, 0)).contains(activity(1));
        assertThat(store.get("a", DAY, DAY)).contains(activity(1));
        assertThat(store.get("a", 2 * DAY, 2 * DAY)).isEmpty();
    }

    @Test
    void whatIsErasedIsGoneFromAllSlots() {
        store.put("a", activity(1), START);
        store.put("a", activity(2), START + DAY);
        store.put("a", activity(3), START + 2 * DAY);

        store.erase("a", START + 2 * DAY);

        for (long at = START; at <= START + 2 * DAY; at += HOUR) {
            assertThat(store.get("a", at, START + 2 * DAY)).isEmpty();
        }
    }

    @Test
    void erasingTouchesNobodyElse() {
        store.put("a", activity(1), START);
        store.put("ab", activity(2), START);

        store.erase("a", START);

        assertThat(store.get("ab", START, START)).contains(activity(2));
    }

    @Test
    void whatIsInMemoryIsInTheStoreToo() {
        SlottedStore<Activity> withoutMemory = new SlottedStore<>(stores.activity, TestStores.SLOT);
        for (int i = 0; i < 100; i++) {
            store.put("s" + i, activity(i), START);
            store.put("s" + i / 2, activity(1_000 + i), START);
        }
        store.erase("s7", START);

        for (int i = 0; i < 100; i++) {
            assertThat(store.get("s" + i, START, START)).isEqualTo(withoutMemory.get("s" + i, START, START));
        }
        assertThat(store.get("s7", START, START)).isEmpty();
    }
}
