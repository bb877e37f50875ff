package io.weirkeeper.service;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows Kafka Streams from its start to its end, and decides what becomes of it when a thread fails. */
final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GateService.class);

    private final CompletableFuture<Boolean> running = new CompletableFuture<>();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private final Closing closing = new Closing();
    private final Restarts restarts = new Restarts(Time.SYSTEM::milliseconds);

    void follow(KafkaStreams streams) {
        streams.setStateListener((now, before) -> changed(now));
        streams.setUncaughtExceptionHandler(this::failed);
    }

    private void changed(KafkaStreams.State state) {
        LOG.debug("state {}", state);
        if (state == KafkaStreams.State.RUNNING) {
            running.complete(true);
        } else if (state == KafkaStreams.State.ERROR || state == KafkaStreams.State.NOT_RUNNING) {
            running.complete(false);
            end.complete(state == KafkaStreams.State.NOT_RUNNING);
        }
    }

    private StreamThreadExceptionResponse failed(Throwable failure) {
        if (Restarts.mayPass(failure)) {
            Duration pause = restarts.nextPause();
            LOG.warn("a thread stops and starts again in {}: {}", pause, rootMessage(failure));
            return closing.await(pause)
                    ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
                    : StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("the gate stops: {}", rootMessage(failure));
        LOG.debug("the gate stops", failure);
        end.complete(false);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.toString();
    }

    /** From now on no thread is started again. */
    void close() {
        closing.begin();
    }

    /** It was closed before there was anything to follow. */
    void neverBegan() {
        running.complete(false);
        end.complete(true);
    }

    int restarts() {
        return restarts.count();
    }

    /** Waits until messages are being judged; false if it failed before. */
    boolean awaitRunning() throws InterruptedException {
        return await(running);
    }

    /** Waits for the end; false if the gate failed, true if it was closed. */
    boolean awaitEnd() throws InterruptedException {
        return await(end);
    }

    private static boolean await(CompletableFuture<Boolean> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
