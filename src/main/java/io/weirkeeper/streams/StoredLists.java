package io.weirkeeper.streams;

import io.weirkeeper.core.gate.Lists;
import io.weirkeeper.core.standing.Standing;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.jspecify.annotations.Nullable;

/**
 * The topic gate-lists, as every instance has it. A record's key is a blocked address, whatever its value; without a value it is not
 * blocked any more. Under the key of the global gate it says whether that is paused: no address looks like it.
 */
record StoredLists(ReadOnlyKeyValueStore<String, ValueAndTimestamp<byte[]>> store) implements Lists {
    private static final String GLOBAL_GATE = GateKey.GLOBAL.toString();
    private static final byte[] PAUSED = "{\"paused\":true}".getBytes(StandardCharsets.UTF_8);

    @Override
    public boolean isBlocked(String address) {
        return store.get(address) != null;
    }

    @Override
    public boolean isGlobalGatePaused() {
        return store.get(GLOBAL_GATE) != null;
    }

    /** What the topic says of a gate with this standing. */
    static byte @Nullable [] pause(Standing standing) {
        return standing.block().isPresent() ? PAUSED : null;
    }
}
