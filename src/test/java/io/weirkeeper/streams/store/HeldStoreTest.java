package io.weirkeeper.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Due;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Waiting;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.streams.codec.HeldCodec;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits under a key is found again, in order, and nothing of another key. */
class HeldStoreTest {
    private static final Due SOON = new Due(OptionalLong.of(1), OptionalLong.empty());

    private final List<String> written = new ArrayList<>();
    private final KeyValueStore<Bytes, Held> bytes = open();
    private final HeldStore store = new HeldStore(bytes);

    @AfterEach
    void close() {
        bytes.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", "\0", "a\0", "a\0b", "é", "👋", "conversation|#ü|\0", "aa"})
    void isFoundAgainUnderItsKeyWhateverTheKey(String key) {
        for (String other : List.of("a", "", "\0", "a\0", "a\0b", "a\0\0\0\0\0\0\0\0\1", "é", "e", "👋", "aa", "aaa")) {
            if (!other.equals(key)) {
                hold(other, held(100));
            }
        }
        hold(key, held(1), held(2));

        assertThat(reopened(key).get(key).held()).containsExactly(held(1), held(2));
    }

    @Test
    void isReadInOrderOfArrivalAlsoBeyondOneByteAndInTheStoreItself() {
        hold("k", held(0), held(9), held(127), held(128), held(255), held(256), held(70_000), held(Long.MAX_VALUE - 1));

        assertThat(reopened("k").get("k").held())
                .extracting(Held::order)
                .containsExactly(0L, 9L, 127L, 128L, 255L, 256L, 70_000L, Long.MAX_VALUE - 1);
    }

    @Test
    void keysAreToldInOrderOfTheirLatestArrivalAfterReopening() {
        hold("b", held(2), held(5));
        hold("zzz", held(1), held(4));
        hold("a", held(3));

        List<String> told = new ArrayList<>();
        new HeldStore(bytes)
                .forEach((key, waiting) -> told.add(
                        key + " " + waiting.held().stream().map(Held::order).toList()));
        assertThat(told).containsExactly("a [3]", "zzz [1, 4]", "b [2, 5]");
    }

    @Test
    void onlyWhatChangedIsWritten() {
        Waiting before = new Waiting(List.of(held(1), held(2), held(3)));
        store.put("k", Waiting.NONE, before);
        assertThat(written).containsExactly("put 1", "put 2", "put 3");
        written.clear();

        store.put("k", before, new Waiting(List.of(held(2), queued(3), held(4))));
        assertThat(written).containsExactly("put 3", "put 4", "delete");
    }

    @Test
    void whatWaitsNoMoreLeavesNothing() {
        hold("k", held(1), held(2));
        store.put("k", store.get("k"), Waiting.NONE);
        store.schedule("k", Due.NEVER);

        try (KeyValueIterator<Bytes, Held> all = bytes.all()) {
            assertThat(all.hasNext()).isFalse();
        }
        assertThat(store.get("k")).isEqualTo(Waiting.NONE);
        assertThat(store.agenda().isEmpty()).isTrue();
    }

    private void hold(String key, Held... held) {
        store.put(key, store.get(key), new Waiting(List.of(held)));
        store.schedule(key, SOON);
    }

    /** As after a restart, when it has been seen that something waits under the key. */
    private HeldStore reopened(String key) {
        HeldStore again = new HeldStore(bytes);
        again.schedule(key, SOON);
        return again;
    }

    private static Held held(long order) {
        return new Held(order, candidate(order), new Held.InBurst(7, 0, 1));
    }

    private static Held queued(long order) {
        return new Held(order, candidate(order), new Held.InQueue(5));
    }

    private static Candidate candidate(long order) {
        Message message = Message.of("m" + order, "sms", "s", "text", 0);
        return new Candidate(message, Tier.NORMAL, 4, 0, List.of(), List.of(), OptionalLong.empty());
    }

    private KeyValueStore<Bytes, Held> open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        KeyValueStore<Bytes, Held> opened = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("held"), Serdes.Bytes(), new HeldCodec().serde())
                .withLoggingDisabled()
                .build();
        opened.init(context.getStateStoreContext(), opened);
        return watched(opened);
    }

    @SuppressWarnings("unchecked") // a proxy is of the type that it is asked for
    private KeyValueStore<Bytes, Held> watched(KeyValueStore<Bytes, Held> opened) {
        return (KeyValueStore<Bytes, Held>) Proxy.newProxyInstance(
                HeldStoreTest.class.getClassLoader(),
                new Class<?>[] {KeyValueStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("put")) {
                        written.add("put " + ((Held) arguments[1]).order());
                    } else if (method.getName().equals("delete")) {
                        written.add("delete");
                    }
                    return method.invoke(opened, arguments);
                });
    }
}
