package io.weirkeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.scenario.DrivenGate;
import io.weirkeeper.scenario.Json;
import io.weirkeeper.scenario.PolicyText;
import io.weirkeeper.streams.GateMeter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is counted, and that the README says so. */
class MetricsTest {
    private static final long NOON = 1_772_452_800_000L;
    private static final Pattern SERIES = Pattern.compile("(?m)^(weir_[a-z_]+)(?:\\{(.*)})? ");
    private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"");

    private final Scrape scrape = new Scrape();

    @AfterEach
    void close() {
        scrape.close();
    }

    @Test
    void aGateCountsItsVerdictsByReasonAndRule() {
        try (DrivenGate gate = gate("""
                limits: [{id: sender, per: [sender], allow: 2 per 1m, strikes: 1}]
                penalties: {ladder: [{at: 1, do: warn}], permanentAt: 3}
                """)) {
            for (int i = 0; i < 3; i++) {
                gate.message("a", Json.message("m" + i, "a", "text " + i), NOON + i);
            }
            gate.message("a", "no JSON", NOON + 10);
        }
        assertThat(scrape.text())
                .contains("weir_verdicts_total{reason=\"none\",rule=\"none\",verdict=\"ALLOWED\"} 2.0")
                .contains("weir_verdicts_total{reason=\"RATE_LIMITED\",rule=\"sender\",verdict=\"BLOCKED\"} 1.0")
                .contains("weir_violations_total{rule=\"sender\"} 1.0")
                .contains("weir_penalties_total{kind=\"WARNING\"} 1.0")
                .contains("weir_dead_letters_total{defect=\"UNDECODABLE\"} 1.0")
                .contains("weir_decision_seconds_count 3")
                .contains("weir_verdict_age_seconds_count 3");
    }

    @Test
    void aLimitThatIsNearlyUsedUpIsSeenOnceForEachMessage() {
        try (DrivenGate gate = gate(
                "limits: [{id: sender, per: [sender], allow: 2 per 1m}, {id: all, per: [], allow: 20 per 1m}]\n")) {
            for (int i = 0; i < 20; i++) {
                gate.message("a" + i / 4, Json.message("m" + i, "a" + i / 4, "text " + i), NOON + i);
            }
        }
        assertThat(scrape.text())
                .contains("weir_near_limit_total{rule=\"sender\"} 5.0")
                .doesNotContain("weir_near_limit_total{rule=\"all\"}");
        scrape.gates().nearLimit("sender-made-up");
        assertThat(scrape.text()).contains("weir_near_limit_total{rule=\"other\"} 1.0");
    }

    @Test
    void whatWaitsIsSeenUntilItIsReleasedOrTheTaskEnds() {
        try (DrivenGate gate = gate("debounce: {quiet: 4s}\n")) {
            gate.message("a", Json.message("m1", "a", "one"), NOON);
            gate.message("b", Json.message("m2", "b", "two"), NOON + 1);
            assertThat(scrape.text()).contains("weir_waiting_messages{for=\"quiet\"} 2.0");
            gate.message("c", Json.message("m3", "c", "three"), NOON + 4_000);
            assertThat(scrape.text()).contains("weir_waiting_messages{for=\"quiet\"} 2.0");
        }
        assertThat(scrape.text()).contains("weir_waiting_messages{for=\"quiet\"} 0.0");
    }

    @Test
    void aQueueIsSeenToo() {
        try (DrivenGate gate = gate("limits: [{id: gap, per: [sender], allow: 1 per 2s, onExceed: queue}]\n")) {
            gate.message("a", Json.message("m1", "a", "one"), NOON);
            gate.message("a", Json.message("m2", "a", "two"), NOON + 1);
            gate.message("a", Json.message("m3", "a", "three"), NOON + 2);
            assertThat(scrape.text()).contains("weir_waiting_messages{for=\"room\"} 2.0");
            gate.advanceTo(NOON + 3_000);
            assertThat(scrape.text()).contains("weir_waiting_messages{for=\"room\"} 1.0");
        }
    }

    @Test
    void theAgeOfWhatIsStoppedAfterItHasWaitedHasTheWaiting() {
        try (DrivenGate gate = gate("""
                queue: {maxWait: 10s}
                limits: [{id: gap, per: [sender], allow: 1 per 1h, onExceed: queue}]
                """)) {
            gate.message("a", Json.message("m1", "a", "one"), NOON);
            gate.message("a", Json.message("m2", "a", "two"), NOON);
            gate.advanceTo(NOON + 10_000);
        }
        assertThat(scrape.text())
                .contains("reason=\"QUEUE_EXPIRED\"")
                .contains("weir_verdict_age_seconds_count 2")
                .contains("weir_verdict_age_seconds_sum 10.0");
    }

    @Test
    void theAgeOfWhatIsDebouncedHasTheWaiting() {
        try (DrivenGate gate = gate("debounce: {quiet: 10s, keep: last}\n")) {
            gate.message("a", Json.message("m1", "a", "one"), NOON);
            gate.message("a", Json.message("m2", "a", "two"), NOON + 4_000);
        }
        try (DrivenGate gate = gate("debounce: {quiet: 10s, keep: merge}\n")) {
            gate.message("a", Json.message("m1", "a", "one"), NOON);
            gate.message("a", Json.message("m2", "a", "two"), NOON + 5_000);
            gate.advanceTo(NOON + 15_000);
        }
        assertThat(scrape.text())
                .contains("reason=\"SUPERSEDED\"")
                .contains("reason=\"MERGED\"")
                .contains("weir_verdict_age_seconds_count 3")
                .contains("weir_verdict_age_seconds_sum 29.0"); // 4 s superseded, 15 s merged, 10 s allowed
    }

    @Test
    void aRefusedPolicyIsSeenUntilALaterOneIsNot() {
        scrape.gates().policyRefused(true);
        assertThat(scrape.text()).contains("weir_policy_refused 1.0");
        scrape.gates().policyRefused(false);
        assertThat(scrape.text()).contains("weir_policy_refused 0.0");
    }

    @Test
    void rulesThatThePolicyDoesNotHaveAreOthers() {
        Message message = Message.of("m", "sms", "a", "x", 1);
        scrape.gates().verdict(blocked(message, "sender-made-up-1"), NOON);
        scrape.gates().verdict(blocked(message, "sender-made-up-2"), NOON);
        assertThat(scrape.text())
                .contains("rule=\"other\",verdict=\"BLOCKED\"} 2.0")
                .doesNotContain("made-up");
    }

    @Test
    void theReadmeHasEveryMetricAndEveryMetricIsThere() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        for (Metric metric : Metric.ALL) {
            String labels = metric.labels().isEmpty() ? "" : "`" + String.join("`, `", metric.labels()) + "`";
            assertThat(readme)
                    .contains("| `%s` | %s | %s | %s |"
                            .formatted(metric.name(), metric.kind(), labels, metric.meaning()));
        }
        exercise();
        Set<String> seen = new TreeSet<>();
        for (Matcher series = SERIES.matcher(scrape.text()); series.find(); ) {
            String name = series.group(1).replaceAll("_(bucket|count|sum|max)$", "");
            List<String> labels = LABEL.matcher(series.group(2) == null ? "" : series.group(2))
                    .results()
                    .map(found -> found.group(1))
                    .filter(label -> !label.equals("le"))
                    .sorted()
                    .toList();
            seen.add(name + labels);
        }
        assertThat(seen)
                .isEqualTo(new TreeSet<>(Metric.ALL.stream()
                        .map(metric -> metric.name() + metric.labels())
                        .toList()));
    }

    /** Makes every counter count once. */
    private void exercise() {
        GateMeter meter = scrape.gates();
        Message message = Message.of("m", "sms", "a", "x", 1);
        meter.verdict(new Allowed(message, 1, 0, List.of("x"), List.of(), 0, Optional.empty()), 2);
        Arrays.stream(Reason.values()).forEach(reason -> meter.verdict(blocked(message, reason.name()), 2));
        meter.audit(new AuditEvent.Violation("a", 1, "x", 1, "m"));
        meter.audit(new AuditEvent.Punishment(
                "a", 1, Optional.empty(), new Penalty(PenaltyKind.WARNING, OptionalLong.empty(), 1), "m"));
        meter.audit(new AuditEvent.Pardon("a", 1));
        meter.deadLetter("UNDECODABLE");
        meter.nearLimit("x");
    }

    private static Blocked blocked(Message message, String rule) {
        return new Blocked(
                message,
                1,
                0,
                Reason.RATE_LIMITED,
                Optional.of(rule),
                "",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private DrivenGate gate(String policy) {
        var parsed = PolicyText.valid(policy);
        scrape.gates().policy(parsed);
        return new DrivenGate(parsed, NOON, scrape.gates());
    }
}
