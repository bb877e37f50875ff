package io.weirkeeper.config;

/** How values are written on the topics, in both directions. */
public sealed interface ValueFormat {

    /** Plain JSON. */
    record Json() implements ValueFormat {}

    /** Avro in the wire format of a schema registry. */
    record Avro() implements ValueFormat {}

    /**
     * Avro as a serde of the user's writes it.
     *
     * @param className of a {@code org.apache.kafka.common.serialization.Serde} on the class path
     */
    record Custom(String className) implements ValueFormat {}

    /** By what stands in the settings: json, avro, or the name of a class. */
    static ValueFormat named(String text) {
        return switch (text) {
            case "json" -> new Json();
            case "avro" -> new Avro();
            default -> new Custom(text);
        };
    }
}
