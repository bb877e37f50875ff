package io.weirkeeper.service;

import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.topics.BrokerException;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes what operators say. Each method returns when it is written down for good; the gate obeys a moment later. */
public interface Operators {

    /**
     * What goes with it.
     *
     * @param by who says it
     * @param until epoch milliseconds
     */
    record Word(Optional<String> by, Optional<String> reason, OptionalLong until) {}

    /**
     * Says something of a subject, or of the gate.
     *
     * @throws BrokerException if no broker has taken it; it may or may not have been written
     */
    ControlEvent say(ControlType type, Optional<String> subject, Word word) throws BrokerException;

    /** Blocks an address, and answers an id for the log. */
    String blockAddress(String address, Word word) throws BrokerException;

    /** Takes an address from the list, and answers an id for the log. */
    String unblockAddress(String address) throws BrokerException;
}
