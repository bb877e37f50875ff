package io.weirkeeper.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the alerts in deploy/k8s ask Prometheus for. */
public final class AlertExpressions {
    /** A metric has a selector here, always; no function has. */
    private static final Pattern METRIC = Pattern.compile("([a-z_]+)\\{");

    private AlertExpressions() {}

    /** The expressions of all alerts. */
    public static List<String> all() {
        try {
            return Manifest.read(Manifests.ROOT.resolve("monitoring/alerts.yaml"))
                    .get(0)
                    .list("/spec/groups/0/rules")
                    .map(rule -> rule.path("expr").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the metrics in them. */
    public static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        for (String expression : all()) {
            METRIC.matcher(expression)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .forEach(metrics::add);
        }
        return metrics;
    }
}
