package io.weirkeeper.policies;

import java.util.ArrayList;
import java.util.List;

/** A topic of policies in memory. Several publishers may share its records, each with a log of its own. */
final class MemoryLog implements PolicyLog {
    private final List<Written> written;
    private int read;
    private Runnable beforeAppend = () -> {};

    record Written(String key, byte[] value) {}

    MemoryLog(List<Written> written) {
        this.written = written;
    }

    MemoryLog() {
        this(new ArrayList<>());
    }

    /** Another's view of the same records. */
    MemoryLog sharing() {
        return new MemoryLog(written);
    }

    /** What others do between this one's look at the topic and its own record. */
    void beforeAppend(Runnable others) {
        beforeAppend = others;
    }

    /** The records of the topic, for all who share them. */
    List<Written> written() {
        return written;
    }

    @Override
    public void readInto(PolicyHistory history) {
        while (read < written.size()) {
            Written next = written.get(read++);
            history.take(next.key(), next.value());
        }
    }

    @Override
    public void append(String key, byte[] value) {
        Runnable others = beforeAppend;
        beforeAppend = () -> {};
        others.run();
        written.add(new Written(key, value));
    }

    @Override
    public void close() {}
}
