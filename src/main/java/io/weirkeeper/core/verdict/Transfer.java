package io.weirkeeper.core.verdict;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.GateKind;

/**
 * The message goes on to another gate.
 *
 * @param value of the field that is the key there; empty for the global gate
 * @param at when the gate before decided, epoch milliseconds
 */
public record Transfer(GateKind gate, String value, Candidate candidate, long at) implements Effect {}
