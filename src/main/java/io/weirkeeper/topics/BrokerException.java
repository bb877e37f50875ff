package io.weirkeeper.topics;

import java.util.concurrent.ExecutionException;

/** A broker did not answer or refused; the message is for the operator. */
public final class BrokerException extends Exception {
    private static final long serialVersionUID = 1;

    public BrokerException(String message, Throwable cause) {
        super(message, cause);
    }

    static BrokerException unreachable(String bootstrapServers, Throwable cause) {
        return new BrokerException("no broker answers at " + bootstrapServers, cause);
    }

    static BrokerException of(String bootstrapServers, ExecutionException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause instanceof org.apache.kafka.common.errors.TimeoutException
                ? unreachable(bootstrapServers, cause)
                : new BrokerException("the broker at " + bootstrapServers + " refused: " + cause.getMessage(), cause);
    }
}
