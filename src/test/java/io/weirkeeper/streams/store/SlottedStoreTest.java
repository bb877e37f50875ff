package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.Activity;
import io.weirkeeper.core.gate.Counters;
import io.weirkeeper.core.gate.Remembered;
import io.weirkeeper.core.tally.Tally;
import io.weirkeeper.streams.codec.ActivityCodec;
import io.weirkeeper.streams.codec.Remembrance;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One record for each subject, found for at least two slots of time and gone after three. */
class SlottedStoreTest {
    private static final long DAY = TestStores.SLOT.toMillis();
    /** The beginning of a slot. */
    private static final long START = 20_458 * DAY;

    private static final long NOW = START + 50 * DAY;

    @TempDir
    Path folder;

    private TestStores stores;
    private SlottedStore<Remembrance> store;

    @BeforeEach
    void open() {
        stores = new TestStores(folder);
        store = stores.gate.activity();
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private static Remembrance activity(long time) {
        Activity activity =
                new Activity(time, Counters.NONE, Remembered.NOTHING, Remembered.NOTHING, OptionalLong.empty());
        return new Remembrance(activity, Tally.EMPTY);
    }

    /** Messages have come up to this time, live. */
    private void live(long time) {
        store.advance(time, time);
    }

    @Test
    void whatNobodyWroteIsNotFound() {
        assertThat(store.get("a")).isEmpty();
        live(START);

        assertThat(store.get("a")).isEmpty();
    }

    @Test
    void whatWasWrittenIsFound() {
        live(START);
        store.put("a", activity(7));

        assertThat(store.get("a")).contains(activity(7));
        assertThat(store.get("b")).isEmpty();
    }

    @Test
    void whatWasWrittenIsFoundTwoSlotsLater() {
        live(START);
        store.put("a", activity(7));
        live(START + DAY);
        live(START + 3 * DAY - 1);

        assertThat(store.get("a")).contains(activity(7));
    }

    @Test
    void afterThreeSlotsItIsGone() {
        live(START);
        store.put("a", activity(7));
        live(START + DAY);
        live(START + 2 * DAY);
        live(START + 3 * DAY);

        assertThat(store.get("a")).isEmpty();
    }

    @Test
    void theLatestIsFound() {
        live(START);
        store.put("a", activity(1));
        live(START + DAY);
        store.put("a", activity(2));

        assertThat(store.get("a")).contains(activity(2));
    }

    @Test
    void aPartitionThatRunsWeeksAheadMakesNobodyForgotten() {
        store.advance(START, NOW);
        store.put("a", activity(1));
        for (int day = 1; day < 40; day++) {
            store.advance(START + day * DAY, NOW + day);
            store.put("b", activity(day));
        }

        assertThat(store.get("a")).contains(activity(1));
    }

    @Test
    void whatAPartitionThatLiesWeeksBehindWritesIsNotDropped() {
        store.advance(START + 40 * DAY, NOW);
        store.put("b", activity(40));
        store.advance(START + 40 * DAY, NOW + 1);
        store.put("a", activity(1));

        assertThat(store.get("a")).contains(activity(1));
    }

    @Test
    void whatWasCountedBeforeAnOutageIsFoundInTheBacklogAfterIt() {
        live(START);
        store.put("a", activity(1));
        store.advance(START + 1, START + 10 * DAY);

        assertThat(reopened().get("a")).contains(activity(1));
        assertThat(store.get("a")).contains(activity(1));
    }

    @Test
    void aRestartMovesOnByOneSlotAtMost() {
        store.advance(START, NOW);
        store.put("a", activity(1));
        SlottedStore<Remembrance> restarted = reopened();
        restarted.advance(START + 40 * DAY, NOW + 1);
        restarted.advance(START + 40 * DAY, NOW + 2);
        restarted.advance(START + 40 * DAY, NOW + 3);

        assertThat(restarted.get("a")).contains(activity(1));
    }

    @Test
    void whatIsRestartedDailyForgetsToo() {
        SlottedStore<Remembrance> restarted = store;
        live(START);
        store.put("a", activity(1));
        for (int day = 1; day <= 3; day++) {
            restarted = reopened();
            restarted.advance(START + day * DAY, START + day * DAY);
            restarted.put("b", activity(day));
        }

        assertThat(restarted.get("b")).contains(activity(3));
        assertThat(restarted.get("a")).isEmpty();
    }

    @Test
    void theFirstDaysOfTheEpochAreDaysToo() {
        live(0);
        store.put("a", activity(1));
        live(2 * DAY);

        assertThat(store.get("a")).contains(activity(1));
        store.erase("a");
        assertThat(store.get("a")).isEmpty();
    }

    @Test
    void whatIsErasedIsGoneFromAllSlots() {
        for (int day = 0; day < 3; day++) {
            live(START + day * DAY);
            store.put("a", activity(day));
        }

        store.erase("a");

        assertThat(store.get("a")).isEmpty();
        assertThat(reopened().get("a")).isEmpty();
    }

    @Test
    void erasingTouchesNobodyElse() {
        live(START);
        store.put("a", activity(1));
        store.put("ab", activity(2));

        store.erase("a");

        assertThat(store.get("ab")).contains(activity(2));
    }

    @Test
    void whatIsInMemoryIsInTheStoreToo() {
        live(START);
        for (int i = 0; i < 100; i++) {
            store.put("s" + i, activity(i));
            store.put("s" + i / 2, activity(1_000 + i));
        }
        store.erase("s7");

        SlottedStore<Remembrance> withoutMemory = reopened(0);
        SlottedStore<Remembrance> withAll = reopened(1_000_000);
        for (int i = 0; i < 100; i++) {
            assertThat(store.get("s" + i)).isEqualTo(withoutMemory.get("s" + i));
            assertThat(withAll.get("s" + i)).isEqualTo(withoutMemory.get("s" + i));
        }
        assertThat(store.get("s7")).isEmpty();
    }

    /** A segment holds more than one slot, and in it subjects are in the order of their names. */
    @Test
    void afterARestartTheNewestSlotIsFoundBehindOlderOnes() {
        for (int day = 0; day < 6; day++) {
            live(START + day * DAY);
            store.put("z" + day, activity(day));
            live(START + (day + 1) * DAY);
            store.put("a", activity(day));

            assertThat(reopened().get("a")).as("day " + day).contains(activity(day));
        }
    }

    @Test
    void afterARestartTheLatestOfSeveralSlotsIsFound() {
        for (int day = 0; day < 6; day++) {
            live(START + day * DAY);
            store.put("a", activity(day));

            assertThat(reopened().get("a")).contains(activity(day));
            assertThat(reopened(0).get("a")).contains(activity(day));
        }
    }

    /** As a task opens it that starts on what is there. */
    private SlottedStore<Remembrance> reopened() {
        return reopened(TestStores.MEMORY);
    }

    private SlottedStore<Remembrance> reopened(long memory) {
        return new SlottedStore<>(stores.activity, TestStores.SLOT, new ActivityCodec(), new HeapBudget(memory));
    }
}
