package io.weirkeeper.http;

import java.time.Duration;
import java.util.List;

/** Where new verdicts come from; used by one thread at a time. */
public interface VerdictSource extends AutoCloseable {

    /** What has come; empty if nothing has within the wait. */
    List<SeenVerdict> poll(Duration wait);

    @Override
    void close();

    /** Begins to read with what comes next. */
    @FunctionalInterface
    interface Opener {
        VerdictSource open() throws Exception;
    }
}
