package io.weirkeeper.streams;

import io.weirkeeper.core.message.GateKind;
import java.util.Arrays;

/**
 * The key of a wider gate: what its records and its state go by.
 *
 * @param value of the gate's field; empty for the global gate
 */
record GateKey(GateKind gate, String value) {
    static final GateKey GLOBAL = new GateKey(GateKind.GLOBAL, "");

    private static final char BETWEEN = '|';

    /**
     * The key in this text.
     *
     * @throws IllegalArgumentException if it is none
     */
    static GateKey parse(String text) {
        int end = text.indexOf(BETWEEN);
        return Arrays.stream(GateKind.values())
                .filter(gate -> end > 0 && gate.label().equals(text.substring(0, end)))
                .findFirst()
                .map(gate -> new GateKey(gate, text.substring(end + 1)))
                .orElseThrow(() -> new IllegalArgumentException("not the key of a gate: " + text));
    }

    @Override
    public String toString() {
        return gate.label() + BETWEEN + value;
    }
}
