package io.weirkeeper.registry;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.RetriableException;

/**
 * Whether a serde of others failed because its registry is away, and not because of the bytes. They say so in the cause alone: an
 * error of the network, or their client's exception with the status of an answer. The end of the bytes is an IOException too, and no reason.
 */
final class RegistryAway {
    private static final int SERVER_ERROR = 500;
    private static final List<Integer> TRY_AGAIN = List.of(408, 425, 429);

    /** Longer chains are circles. */
    private static final int DEEPEST = 20;

    private RegistryAway() {}

    static boolean isWhy(Throwable failure) {
        Optional<Throwable> cause = Optional.of(failure);
        for (int depth = 0; cause.isPresent() && depth < DEEPEST; depth++) {
            if (isOfTheNetwork(cause.get())
                    || status(cause.get()).filter(RegistryAway::isPassing).isPresent()) {
                return true;
            }
            cause = cause.flatMap(known -> Optional.ofNullable(known.getCause()));
        }
        return false;
    }

    private static boolean isOfTheNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof HttpTimeoutException
                || cause instanceof InterruptedIOException
                || cause instanceof RetriableException
                || (cause instanceof IOException && cause.getClass().getName().startsWith("java.net."));
    }

    private static boolean isPassing(int status) {
        return status >= SERVER_ERROR || TRY_AGAIN.contains(status);
    }

    /** Of exceptions that carry the status of an HTTP answer, whatever their class: Confluent's client has {@code getStatus}. */
    private static Optional<Integer> status(Throwable cause) {
        try {
            return cause.getClass().getMethod("getStatus").invoke(cause) instanceof Integer status
                    ? Optional.of(status)
                    : Optional.empty();
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
