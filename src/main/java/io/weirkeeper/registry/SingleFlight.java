package io.weirkeeper.registry;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Lets one thread fetch what several want at the same time; the others wait for it and get the same, a failure too.
 * Remembers nothing once it has arrived. The fetching must come to an end by itself and must not want its own key.
 */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> flying = new ConcurrentHashMap<>();

    V get(K key, Function<K, V> fetch) {
        CompletableFuture<V> mine = new CompletableFuture<>();
        CompletableFuture<V> others = flying.putIfAbsent(key, mine);
        if (others != null) {
            return arrived(others);
        }
        try {
            mine.complete(fetch.apply(key));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            flying.remove(key, mine);
        }
        return arrived(mine);
    }

    private static <V> V arrived(CompletableFuture<V> flight) {
        try {
            return flight.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}
