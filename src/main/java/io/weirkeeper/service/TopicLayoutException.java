package io.weirkeeper.service;

import java.util.List;

/** The topics of the broker are not those that the service needs; the message lists what is wrong and what mends it. */
public final class TopicLayoutException extends Exception {
    private static final long serialVersionUID = 1;

    public TopicLayoutException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
