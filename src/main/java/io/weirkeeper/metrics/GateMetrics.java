package io.weirkeeper.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.streams.GateMeter;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what the gates do. What is decided again after an aborted transaction is counted again. */
public final class GateMetrics implements GateMeter {
    private static final Duration[] DECISION_BUCKETS =
            millis(0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 100, 1_000);
    private static final Duration[] AGE_BUCKETS =
            millis(5, 10, 25, 50, 100, 250, 500, 1_000, 5_000, 30_000, 60_000, 600_000, 3_600_000);

    private final RuleLabels rules = new RuleLabels();
    private final Counter allowed;
    private final Map<Debounced.Cause, Counter> debounced = new EnumMap<>(Debounced.Cause.class);
    private final Map<Reason, CounterFamily> blocked = new EnumMap<>(Reason.class);
    private final CounterFamily flags;
    private final CounterFamily nearLimits;
    private final CounterFamily violations;
    private final CounterFamily penalties;
    private final CounterFamily deadLetters;
    private final Counter pardons;
    private final Counter backoffs;
    private final Timer decisions;
    private final Timer ages;
    private final AtomicLong inBursts = new AtomicLong();
    private final AtomicLong inQueues = new AtomicLong();
    private final AtomicLong version = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    public GateMetrics(MeterRegistry registry) {
        allowed = verdict(registry, "ALLOWED", RuleLabels.NONE);
        for (Debounced.Cause cause : Debounced.Cause.values()) {
            debounced.put(cause, verdict(registry, "DEBOUNCED", cause.name()));
        }
        for (Reason reason : Reason.values()) {
            Tags tags = Tags.of("verdict", "BLOCKED", "reason", reason.name());
            blocked.put(reason, family(registry, Metric.VERDICTS, tags, "rule"));
        }
        flags = family(registry, Metric.FLAGS, Tags.empty(), "rule");
        nearLimits = family(registry, Metric.NEAR_LIMIT, Tags.empty(), "rule");
        violations = family(registry, Metric.VIOLATIONS, Tags.empty(), "rule");
        penalties = family(registry, Metric.PENALTIES, Tags.empty(), "kind");
        deadLetters = family(registry, Metric.DEAD_LETTERS, Tags.empty(), "defect");
        pardons = counter(registry, Metric.PARDONS, Tags.empty());
        backoffs = counter(registry, Metric.BACKOFFS, Tags.empty());
        decisions = timer(registry, Metric.DECISION, DECISION_BUCKETS);
        ages = timer(registry, Metric.AGE, AGE_BUCKETS);
        gauge(registry, Metric.WAITING, inBursts, Tags.of("for", "quiet"));
        gauge(registry, Metric.WAITING, inQueues, Tags.of("for", "room"));
        gauge(registry, Metric.POLICY, version, Tags.empty());
        gauge(registry, Metric.POLICY_REFUSED, refused, Tags.empty());
    }

    private static Counter verdict(MeterRegistry registry, String verdict, String reason) {
        return counter(
                registry, Metric.VERDICTS, Tags.of("verdict", verdict, "reason", reason, "rule", RuleLabels.NONE));
    }

    private static Counter counter(MeterRegistry registry, Metric metric, Tags tags) {
        return Counter.builder(metric.name())
                .description(metric.meaning())
                .tags(tags)
                .register(registry);
    }

    private static CounterFamily family(MeterRegistry registry, Metric metric, Tags tags, String label) {
        return new CounterFamily(registry, metric.name(), metric.meaning(), tags, label);
    }

    private static Timer timer(MeterRegistry registry, Metric metric, Duration[] buckets) {
        return Timer.builder(metric.name())
                .description(metric.meaning())
                .serviceLevelObjectives(buckets)
                .register(registry);
    }

    private static void gauge(MeterRegistry registry, Metric metric, AtomicLong value, Tags tags) {
        Gauge.builder(metric.name(), value, AtomicLong::doubleValue)
                .description(metric.meaning())
                .tags(tags)
                .register(registry);
    }

    private static Duration[] millis(double... bounds) {
        Duration[] buckets = new Duration[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            buckets[i] = Duration.ofNanos(Math.round(bounds[i] * 1_000_000));
        }
        return buckets;
    }

    @Override
    public void policy(Policy policy) {
        rules.add(policy);
        version.set(policy.version());
    }

    @Override
    public void policyRefused(boolean isRefused) {
        refused.set(isRefused ? 1 : 0);
    }

    @Override
    public void verdict(Verdict verdict, long wallClock) {
        if (verdict instanceof Allowed message) {
            allowed.increment();
            message.flags().forEach(flag -> flags.increment(rules.of(flag)));
        } else if (verdict instanceof Debounced message) {
            Counter counter = debounced.get(message.cause());
            if (counter != null) {
                counter.increment();
            }
        } else if (verdict instanceof Blocked message) {
            CounterFamily family = blocked.get(message.reason());
            if (family != null) {
                family.increment(rules.of(message.rule()));
            }
        }
        ages.record(Math.max(0, wallClock - verdict.decidedAt() + verdict.heldMillis()), TimeUnit.MILLISECONDS);
    }

    @Override
    public void audit(AuditEvent event) {
        if (event instanceof AuditEvent.Violation violation) {
            violations.increment(rules.of(violation.rule()));
        } else if (event instanceof AuditEvent.Punishment punishment) {
            penalties.increment(punishment.penalty().kind().name());
        } else if (event instanceof AuditEvent.ProviderBackoff) {
            backoffs.increment();
        } else if (event instanceof AuditEvent.Pardon) {
            pardons.increment();
        }
    }

    @Override
    public void nearLimit(String rule) {
        nearLimits.increment(rules.of(rule));
    }

    @Override
    public void deadLetter(String defect) {
        deadLetters.increment(defect);
    }

    @Override
    public void decision(long nanos) {
        decisions.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void waiting(int moreInBursts, int moreInQueues) {
        inBursts.addAndGet(moreInBursts);
        inQueues.addAndGet(moreInQueues);
    }
}
