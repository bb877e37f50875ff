package io.weirkeeper.simulate;

import io.weirkeeper.core.gate.GateTrial;
import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.gate.TrialTime;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Debounced;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Verdict;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * All gates in memory, played step by step; what happens is told as short lines: {@code 10:00:04.000 ALLOWED 2 held 4000}.
 */
final class Stage {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final Simulation simulation;
    private final List<String> told = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private long now;

    private Stage(Policy policy) {
        simulation = new Simulation(policy, TimeBounds.DEFAULT);
    }

    static Stage with(String policy) {
        return new Stage(GateTrial.policy(policy));
    }

    Stage at(String time) {
        now = TrialTime.of(time);
        return this;
    }

    /** A message from a sender with a text of its own. */
    Stage hears(String id, String sender) {
        return hears(id, sender, "text " + id);
    }

    Stage hears(String id, String sender, String body) {
        return hears(Message.of(id, "sms", sender, body, now));
    }

    /** A message with the fields that wider gates and priorities go by. */
    Stage hears(String id, String sender, Map<String, String> fields) {
        return hears(new Message(
                id,
                "sms",
                sender,
                Optional.ofNullable(fields.get("recipient")),
                Optional.ofNullable(fields.get("user")),
                Optional.ofNullable(fields.get("conversation")),
                Optional.ofNullable(fields.get("command")),
                Optional.ofNullable(fields.get("address")),
                Optional.empty(),
                fields.containsKey("priority")
                        ? OptionalInt.of(Integer.parseInt(fields.get("priority")))
                        : OptionalInt.empty(),
                "text " + id,
                now,
                Map.of()));
    }

    private Stage hears(Message message) {
        tell(simulation.judge(message, now));
        return this;
    }

    Stage told(ControlType type, Optional<String> subject) {
        ControlEvent event =
                new ControlEvent("c", now, Optional.of("ana"), type, subject, Optional.empty(), OptionalLong.empty());
        tell(simulation.obey(event, now));
        return this;
    }

    /** All that was said so far; forgotten then. */
    List<String> lines() {
        List<String> lines = List.copyOf(told);
        told.clear();
        return lines;
    }

    /** The same after all that waits has fallen due. */
    List<String> allLines() {
        tell(simulation.finish());
        return lines();
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    private void tell(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Verdict verdict) {
                verdicts.add(verdict);
                told.add(TIME.format(Instant.ofEpochMilli(verdict.decidedAt())) + " " + text(verdict));
            }
        }
    }

    private static String text(Verdict verdict) {
        String id = verdict.message().id();
        if (verdict instanceof Allowed allowed) {
            return "ALLOWED " + id
                    + (allowed.heldMillis() == 0 ? "" : " held " + allowed.heldMillis())
                    + (allowed.absorbed().isEmpty() ? "" : " absorbed " + allowed.absorbed())
                    + (allowed.flags().isEmpty() ? "" : " flags " + allowed.flags());
        } else if (verdict instanceof Debounced debounced) {
            return debounced.cause() + " " + id + " by " + debounced.by();
        } else if (verdict instanceof Blocked blocked) {
            return blocked.reason() + " " + id
                    + blocked.rule().map(rule -> " " + rule).orElse("");
        }
        throw new IllegalArgumentException(verdict.toString());
    }
}
