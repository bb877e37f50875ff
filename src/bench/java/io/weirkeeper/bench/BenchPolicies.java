package io.weirkeeper.bench;

/** Duplicates within a minute and three limits, of which the third is of this or that kind. */
public enum BenchPolicies {
    SUB_KEY("{id: third, per: [sender, conversation], allow: 10 per 1m}"),
    TOKEN_BUCKET("{id: third, per: [sender], allow: 30 per 1m, algorithm: token-bucket, burst: 10}");

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
