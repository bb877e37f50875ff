package io.weirkeeper.topics;

import java.util.List;

/**
 * The names of all topics; the topology, the checks and the commands take them from here.
 *
 * @param prefix put before every name; empty for none
 */
public record Topics(String prefix) {

    /** Characters that Kafka allows in topic names; a prefix may be made of them. */
    private static final String ALLOWED = "[A-Za-z0-9._-]*";

    public Topics {
        if (!prefix.matches(ALLOWED)) {
            throw new IllegalArgumentException(
                    "a topic prefix is made of letters, digits, '.', '_' and '-', not \"" + prefix + '"');
        }
    }

    public String inboundMessages() {
        return prefix + "inbound-messages";
    }

    public String allowedMessages() {
        return prefix + "allowed-messages";
    }

    public String debouncedMessages() {
        return prefix + "debounced-messages";
    }

    public String blockedMessages() {
        return prefix + "blocked-messages";
    }

    public String senderPenalties() {
        return prefix + "sender-penalties";
    }

    public String gateControl() {
        return prefix + "gate-control";
    }

    public String deadLetterMessages() {
        return prefix + "dead-letter-messages";
    }

    public String gatePolicies() {
        return prefix + "gate-policies";
    }

    public String gateLists() {
        return prefix + "gate-lists";
    }

    public String gateTransfers() {
        return prefix + "gate-transfers";
    }

    public String deliveryReports() {
        return prefix + "delivery-reports";
    }

    /** The topics with verdicts. */
    public List<String> verdicts() {
        return List.of(allowedMessages(), debouncedMessages(), blockedMessages());
    }
}
