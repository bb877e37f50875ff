package io.weirkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.deploy.AlertExpressions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The alerts ask for metrics that there are; those of Kafka are held against a running gate in AlertMetricsIT. */
class AlertMetricsTest {

    @Test
    void everyMetricOfOursIsOne() {
        Set<String> known = new TreeSet<>();
        for (Metric metric : Metric.ALL) {
            if (metric.kind().equals("histogram")) {
                known.add(metric.name() + "_bucket");
                known.add(metric.name() + "_count");
            } else {
                known.add(metric.name());
            }
        }
        Set<String> asked = AlertExpressions.metrics().stream()
                .filter(name -> name.startsWith("weir_"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(4).isSubsetOf(known);
        assertThat(AlertExpressions.metrics().stream()
                        .filter(name -> !name.startsWith("weir_") && !name.startsWith("kafka_")))
                .containsExactly("up");
    }

    /** The alert on messages that are held reads one bucket, which there must be. */
    @Test
    void theBucketOfTenMinutesIsThere() {
        try (Scrape scrape = new Scrape()) {
            assertThat(AlertExpressions.all()).anyMatch(expression -> expression.contains("le=\"600.0\""));
            assertThat(scrape.text()).contains("weir_verdict_age_seconds_bucket{le=\"600.0\"}");
        }
    }
}
