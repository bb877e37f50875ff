package io.weirkeeper.bench;

/** Duplicates within a minute and three limits, of which the third is of this or that kind. */
public enum BenchPolicies {
    SUB_KEY("{id: third, per: [sender, conversation], allow: 10 per 1m}"),
    TOKEN_BUCKET("{id: third, per: [sender], allow: 30 per 1m, algorithm: token-bucket, burst: 10}"),
    /** As the first, and every message waits for four seconds without another; its release is part of what is measured. */
    DEBOUNCE("{id: third, per: [sender, conversation], allow: 10 per 1m}\ndebounce: {quiet: 4s, maxWait: 15s}");

    private final String third;

    BenchPolicies(String third) {
        this.third = third;
    }

    String yaml() {
        return """
                name: bench
                duplicates: {window: 60s, per: [sender]}
                limits:
                  - {id: flood, per: [sender], allow: 5 per 1s, count: arrivals}
                  - {id: sender, per: [sender], allow: 20 per 1m}
                  - %s
                notices: {language: id, atMostOncePer: 1m}
                """.formatted(third);
    }
}
