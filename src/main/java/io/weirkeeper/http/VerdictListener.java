package io.weirkeeper.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What has been read for one listener and not been sent yet. It is bounded: for a listener that does not keep up it ends, so that
 * nobody waits for it.
 */
final class VerdictListener {
    static final int MOST_EVENTS = 1_000;

    /** Of all events together, in characters. */
    static final int MOST_TEXT = 2 * 1024 * 1024;

    private final VerdictFilter filter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<String> events = new ArrayDeque<>();
    private int size;
    private End end = End.NOT_YET;

    /** Why it is over. */
    enum End {
        NOT_YET,
        /** The reader was too slow; what it had not read is lost to it. */
        TOO_SLOW,
        /** There is nothing more to come. */
        CLOSED
    }

    VerdictListener(VerdictFilter filter) {
        this.filter = filter;
    }

    VerdictFilter filter() {
        return filter;
    }

    /** Keeps an event to be sent; never waits. */
    void offer(String event) {
        lock.lock();
        try {
            if (end != End.NOT_YET) {
                return;
            }
            if (events.size() >= MOST_EVENTS || (size > 0 && size + event.length() > MOST_TEXT)) {
                finish(End.TOO_SLOW);
                return;
            }
            events.add(event);
            size += event.length();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing more comes; what was kept is not sent any more. */
    void close() {
        lock.lock();
        try {
            if (end == End.NOT_YET) {
                finish(End.CLOSED);
            }
        } finally {
            lock.unlock();
        }
    }

    private void finish(End why) {
        end = why;
        events.clear();
        size = 0;
        changed.signalAll();
    }

    End end() {
        lock.lock();
        try {
            return end;
        } finally {
            lock.unlock();
        }
    }

    /** The next event; empty if none came within the wait, or if it is over. */
    Optional<String> next(Duration wait) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(wait.toMillis());
            while (events.isEmpty() && end == End.NOT_YET && left > 0) {
                left = changed.awaitNanos(left);
            }
            Optional<String> next = Optional.ofNullable(events.poll());
            next.ifPresent(event -> size -= event.length());
            return next;
        } finally {
            lock.unlock();
        }
    }
}
