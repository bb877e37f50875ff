package io.weirkeeper.metrics;

import java.util.List;

/**
 * The metrics of ours, under the names that Prometheus sees; the README lists them.
 *
 * @param kind counter, gauge or histogram
 * @param labels in alphabetical order
 */
record Metric(String name, String kind, List<String> labels, String meaning) {
    static final Metric VERDICTS = new Metric(
            "weir_verdicts_total",
            "counter",
            List.of("reason", "rule", "verdict"),
            "verdicts; `reason` and `rule` are `none` where they do not apply, and `rule` is `other` beyond 500 rules of a policy, "
                    + "or 1,000 since the start, 250 of them on content");
    static final Metric FLAGS = new Metric(
            "weir_flags_total",
            "counter",
            List.of("rule"),
            "allowed messages that a rule flagged: in shadow mode, or below blocking severity");
    static final Metric NEAR_LIMIT = new Metric(
            "weir_near_limit_total",
            "counter",
            List.of("rule"),
            "messages that were let on and left at most a tenth of the room of a limit; a message may count for several");
    static final Metric VIOLATIONS =
            new Metric("weir_violations_total", "counter", List.of("rule"), "violations that were written down");
    static final Metric PENALTIES =
            new Metric("weir_penalties_total", "counter", List.of("kind"), "penalties that violations led to");
    static final Metric PARDONS =
            new Metric("weir_pardons_total", "counter", List.of(), "ledgers that operators cleared");
    static final Metric BACKOFFS = new Metric(
            "weir_provider_backoffs_total", "counter", List.of(), "pauses that errors of the provider led to");
    static final Metric DEAD_LETTERS =
            new Metric("weir_dead_letters_total", "counter", List.of("defect"), "records that could not be judged");
    static final Metric WAITING = new Metric(
            "weir_waiting_messages",
            "gauge",
            List.of("for"),
            "messages that wait at the gates of this instance: `for` the end of a burst (`quiet`) or for room (`room`)");
    static final Metric DECISION = new Metric(
            "weir_decision_seconds",
            "histogram",
            List.of(),
            "how long a gate takes to decide, with loading and saving state");
    static final Metric AGE = new Metric(
            "weir_verdict_age_seconds",
            "histogram",
            List.of(),
            "how old a message is when its verdict is made, from its timestamp on; time held included");
    static final Metric POLICY =
            new Metric("weir_policy_version", "gauge", List.of(), "the version of the policy in force; 0 from a file");

    static final Metric POLICY_REFUSED = new Metric(
            "weir_policy_refused",
            "gauge",
            List.of(),
            "1 while a later version than the one in force is published that this instance cannot use");

    /** In the order of the documentation. */
    static final List<Metric> ALL = List.of(
            VERDICTS,
            FLAGS,
            NEAR_LIMIT,
            VIOLATIONS,
            PENALTIES,
            PARDONS,
            BACKOFFS,
            DEAD_LETTERS,
            WAITING,
            DECISION,
            AGE,
            POLICY,
            POLICY_REFUSED);
}
