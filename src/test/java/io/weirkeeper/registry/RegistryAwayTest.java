package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.BufferUnderflowException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What serdes of others throw: because of the bytes, or because their registry is away. */
class RegistryAwayTest {

    /** As the clients of others have it. */
    public static final class AnswerException extends Exception {
        private static final long serialVersionUID = 1;
        private final int status;

        AnswerException(int status) {
            super("status " + status);
            this.status = status;
        }

        public int getStatus() {
            return status;
        }
    }

    static Stream<Throwable> away() {
        return Stream.of(
                new SerializationException("x", new ConnectException()),
                new SerializationException("x", new IOException(new SocketTimeoutException())),
                new UncheckedIOException(new UnknownHostException("registry")),
                new SerializationException("x", new AnswerException(503)),
                new SerializationException("x", new AnswerException(429)),
                new TimeoutException("x"));
    }

    static Stream<Throwable> ofTheBytes() {
        return Stream.of(
                new SerializationException("x"),
                new SerializationException("x", new EOFException()),
                new UncheckedIOException(new EOFException()),
                new BufferUnderflowException(),
                new SerializationException("x", new AnswerException(404)),
                new IllegalStateException("x"));
    }

    @ParameterizedTest
    @MethodSource("away")
    void theRegistryIsAway(Throwable failure) {
        assertThat(RegistryAway.isWhy(failure)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("ofTheBytes")
    void theBytesAreBad(Throwable failure) {
        assertThat(RegistryAway.isWhy(failure)).isFalse();
    }
}
