package io.weirkeeper.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands new verdicts to all who listen. It reads while somebody listens, in a thread and with a consumer of its own: the gate knows
 * nothing of it. It never waits for a listener.
 */
public final class VerdictFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(VerdictFeed.class);
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final int RETRY_SECONDS = 10;

    private final VerdictSource.Opener opener;
    private final int mostListeners;
    private final List<VerdictListener> listeners = new CopyOnWriteArrayList<>();
    private Optional<Thread> reader = Optional.empty();
    private boolean closed;

    public VerdictFeed(VerdictSource.Opener opener, int mostListeners) {
        this.opener = opener;
        this.mostListeners = mostListeners;
    }

    /**
     * Listens to what comes from now on.
     *
     * @throws HttpProblem if too many listen, or nothing can be read
     */
    synchronized VerdictListener listen(VerdictFilter filter) throws HttpProblem {
        if (closed) {
            throw HttpProblem.unavailable("the server ends", RETRY_SECONDS);
        }
        if (listeners.size() >= mostListeners) {
            throw HttpProblem.unavailable(mostListeners + " listen already", RETRY_SECONDS);
        }
        if (reader.isEmpty()) {
            VerdictSource source = open();
            Thread thread = new Thread(() -> read(source), "weir-verdicts");
            thread.setDaemon(true);
            reader = Optional.of(thread);
            thread.start();
        }
        VerdictListener listener = new VerdictListener(filter);
        listeners.add(listener);
        return listener;
    }

    private VerdictSource open() throws HttpProblem {
        try {
            return opener.open();
        } catch (Exception e) {
            LOG.warn("verdicts cannot be read: {}", e.toString());
            throw HttpProblem.unavailable("verdicts cannot be read just now", RETRY_SECONDS);
        }
    }

    void leave(VerdictListener listener) {
        listener.close();
        listeners.remove(listener);
    }

    int listening() {
        return listeners.size();
    }

    private void read(VerdictSource source) {
        try (source) {
            while (!isOver()) {
                source.poll(WAIT).forEach(this::hand);
            }
        } catch (RuntimeException e) {
            LOG.warn("verdicts cannot be read any more: {}", e.toString());
            forgetReader();
        }
    }

    /** Ends when nobody listens; who comes later starts another reader. */
    private synchronized boolean isOver() {
        if (closed || listeners.isEmpty()) {
            reader = Optional.empty();
            return true;
        }
        return false;
    }

    private synchronized void forgetReader() {
        reader = Optional.empty();
        listeners.forEach(VerdictListener::close);
        listeners.clear();
    }

    private void hand(SeenVerdict verdict) {
        Optional<String> event = Optional.empty();
        for (VerdictListener listener : listeners) {
            if (listener.filter().wants(verdict)) {
                if (event.isEmpty()) {
                    event = Optional.of(event(verdict));
                }
                listener.offer(event.get());
            }
        }
    }

    /** Between the texts of a JSON record a line break is a blank; within an event it would end the line. */
    private static String event(SeenVerdict verdict) {
        String json = verdict.json().get().replaceAll("[\r\n]+", " ");
        return "event: " + verdict.kind() + "\ndata: " + json + "\n\n";
    }

    /** Ends all streams. */
    @Override
    public void close() {
        Optional<Thread> running;
        synchronized (this) {
            closed = true;
            running = reader;
            listeners.forEach(VerdictListener::close);
        }
        try {
            if (running.isPresent()) {
                running.get().join(10 * WAIT.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
