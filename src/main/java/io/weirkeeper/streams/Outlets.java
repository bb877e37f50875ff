package io.weirkeeper.streams;

/** The sinks of one gate. Two gates in two sub-topologies cannot share one. */
record Outlets(String allowed, String debounced, String blocked, String penalties, String transfers) {

    static Outlets of(String gate) {
        return new Outlets(
                gate + "-allowed-sink",
                gate + "-debounced-sink",
                gate + "-blocked-sink",
                gate + "-penalties-sink",
                gate + "-transfers-sink");
    }
}
