package io.weirkeeper.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counters that differ in one label, each looked up in the registry once. The caller bounds the values of the label. */
final class CounterFamily {
    private final MeterRegistry registry;
    private final String name;
    private final String description;
    private final Tags tags;
    private final String label;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();

    CounterFamily(MeterRegistry registry, String name, String description, Tags tags, String label) {
        this.registry = registry;
        this.name = name;
        this.description = description;
        this.tags = tags;
        this.label = label;
    }

    void increment(String value) {
        Counter known = counters.get(value);
        (known == null ? counters.computeIfAbsent(value, this::counter) : known).increment();
    }

    private Counter counter(String value) {
        return Counter.builder(name)
                .description(description)
                .tags(tags.and(label, value))
                .register(registry);
    }
}
