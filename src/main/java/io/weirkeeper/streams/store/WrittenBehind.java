package io.weirkeeper.streams.store;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;

/** Supplies the same stores as another, each written behind. */
record WrittenBehind(WindowBytesStoreSupplier disk) implements WindowBytesStoreSupplier {
    @Override
    public String name() {
        return disk.name();
    }

    @Override
    public WindowStore<Bytes, byte[]> get() {
        return new WriteBehindStore(disk.get());
    }

    @Override
    public String metricsScope() {
        return disk.metricsScope();
    }

    @Override
    public long segmentIntervalMs() {
        return disk.segmentIntervalMs();
    }

    @Override
    public long windowSize() {
        return disk.windowSize();
    }

    @Override
    public boolean retainDuplicates() {
        return disk.retainDuplicates();
    }

    @Override
    public long retentionPeriod() {
        return disk.retentionPeriod();
    }
}
