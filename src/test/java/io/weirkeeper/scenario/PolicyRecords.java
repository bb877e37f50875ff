package io.weirkeeper.scenario;

import static com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;

import io.weirkeeper.policies.Publication;

/** Records of the topic of policies, as any program might write them. */
public final class PolicyRecords {
    private PolicyRecords() {}

    public static String key(long version, String yaml) {
        return "%010d-%.8s-00000000".formatted(version, Publication.hashOf(yaml));
    }

    public static String value(long version, String yaml) {
        return instance.objectNode()
                .put("format", 1)
                .put("version", version)
                .put("publishedAt", "2026-03-02T12:00:00.000Z")
                .put("author", "alice")
                .put("note", "for a test")
                .put("hash", Publication.hashOf(yaml))
                .put("yaml", yaml)
                .toString();
    }
}
