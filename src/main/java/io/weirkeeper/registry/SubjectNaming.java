package io.weirkeeper.registry;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.Schema;

/** Under which subject the registry keeps the schema of a topic's values. */
public enum SubjectNaming {
    /** {@code <topic>-value}: one kind of record on a topic. */
    TOPIC("TopicNameStrategy") {
        @Override
        public String subject(String topic, Schema schema) {
            return topic + "-value";
        }
    },
    /** The full name of the record: the same schema history on all topics. */
    RECORD("RecordNameStrategy") {
        @Override
        public String subject(String topic, Schema schema) {
            return schema.getFullName();
        }
    };

    private static final String CONFLUENT = "io.confluent.kafka.serializers.subject.";

    private final String label;

    SubjectNaming(String label) {
        this.label = label;
    }

    /** The simple name that Confluent's serdes give it. */
    public String label() {
        return label;
    }

    public abstract String subject(String topic, Schema schema);

    /** By its simple name, or by the name of Confluent's class; empty for any other. */
    static Optional<SubjectNaming> named(String text) {
        String simple = text.startsWith(CONFLUENT) ? text.substring(CONFLUENT.length()) : text;
        return Arrays.stream(values())
                .filter(naming -> naming.label.equals(simple))
                .findFirst();
    }
}
