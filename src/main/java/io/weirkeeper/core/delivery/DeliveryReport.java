package io.weirkeeper.core.delivery;

import java.util.Optional;

/**
 * What became of an answer at the provider.
 *
 * @param messageId of the inbound message that was answered
 * @param recipient to whom the answer went
 * @param error the provider's own words
 * @param at epoch milliseconds
 */
public record DeliveryReport(
        String messageId,
        String recipient,
        Status status,
        Optional<ErrorKind> errorKind,
        Optional<String> error,
        long at) {

    /** Whether the provider took the answer. */
    public enum Status {
        SENT,
        FAILED
    }

    /** Why the provider refused. */
    public enum ErrorKind {
        RATE_LIMITED,
        AUTHENTICATION,
        OTHER
    }
}
