package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.verdict.AuditEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A gate that is driven step by step and remembers in memory: {@code trial.at("10:00:00").from("a").says("hello")}. */
public final class GateTrial {
    private final Map<String, Memory> memories = new HashMap<>();
    private SenderGate gate;
    private long time = TrialTime.of("09:00:00");
    private OptionalLong wallClock = OptionalLong.empty();
    private int sent;

    private GateTrial(Policy policy) {
        gate = new SenderGate(policy);
    }

    public static GateTrial with(String policy) {
        return new GateTrial(policy(policy));
    }

    /** The policy in this text, which must be valid. */
    public static Policy policy(String yaml) {
        PolicyReading reading = new PolicyReader().read(yaml);
        assertThat(reading).as(yaml).isInstanceOf(PolicyReading.Valid.class);
        return ((PolicyReading.Valid) reading).policy();
    }

    public static GateTrial with(Policy policy) {
        return new GateTrial(policy);
    }

    /** From now on another policy. */
    GateTrial under(String policy) {
        gate = new SenderGate(policy(policy));
        return this;
    }

    /** The time of the next messages, and the present too. */
    public GateTrial at(String text) {
        return at(TrialTime.of(text));
    }

    public GateTrial at(long millis) {
        time = millis;
        wallClock = OptionalLong.empty();
        return this;
    }

    /** The present, until the next {@code at}. */
    GateTrial whileTheClockShows(String text) {
        wallClock = OptionalLong.of(TrialTime.of(text));
        return this;
    }

    public Draft from(String sender) {
        return new Draft(sender);
    }

    /** So many texts that are all different. */
    GateTrial hears(int messages, String sender) {
        for (int i = 0; i < messages; i++) {
            from(sender).saysSomething();
        }
        return this;
    }

    GateTrial told(ControlType type, String subject) {
        told(type, subject, OptionalLong.empty());
        return this;
    }

    GateTrial told(ControlType type, String subject, String until) {
        told(type, subject, OptionalLong.of(TrialTime.of(until)));
        return this;
    }

    List<AuditEvent> told(ControlType type, String subject, OptionalLong until) {
        ControlEvent event = new ControlEvent(
                "c", time, Optional.of("ana"), type, Optional.of(subject), Optional.of("because"), until);
        Decision decision = gate.decide(event, memory(subject), moment());
        memories.put(subject, memory(subject).after(decision));
        return decision.effects().stream().map(AuditEvent.class::cast).toList();
    }

    SenderGate gate() {
        return gate;
    }

    public Memory memory(String subject) {
        return memories.getOrDefault(subject, Memory.EMPTY);
    }

    void remember(String subject, Memory memory) {
        memories.put(subject, memory);
    }

    public Outcome judge(Message message) {
        String subject = gate.subject(message).orElseThrow();
        Decision decision = gate.decide(message, memory(subject), moment());
        memories.put(subject, memory(subject).after(decision));
        return Outcome.of(decision.effects());
    }

    private Moment moment() {
        return new Moment(time, wallClock.orElse(time));
    }

    /** A message before it is sent. */
    public final class Draft {
        private final String sender;
        private Optional<String> id = Optional.empty();
        private Optional<String> recipient = Optional.empty();
        private Optional<String> conversation = Optional.empty();
        private Optional<String> command = Optional.empty();
        private Optional<String> address = Optional.empty();
        private Optional<String> language = Optional.empty();

        private Draft(String sender) {
            this.sender = sender;
        }

        Draft as(String id) {
            this.id = Optional.of(id);
            return this;
        }

        Draft to(String recipient) {
            this.recipient = Optional.of(recipient);
            return this;
        }

        Draft in(String conversation) {
            this.conversation = Optional.of(conversation);
            return this;
        }

        Draft asking(String command) {
            this.command = Optional.of(command);
            return this;
        }

        Draft fromAddress(String address) {
            this.address = Optional.of(address);
            return this;
        }

        Draft speaking(String language) {
            this.language = Optional.of(language);
            return this;
        }

        Outcome saysSomething() {
            return says("text " + sent);
        }

        List<Outcome> saysSomething(int times) {
            List<Outcome> outcomes = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                outcomes.add(saysSomething());
            }
            return outcomes;
        }

        public Outcome says(String body) {
            sent++;
            return judge(new Message(
                    id.orElse("m" + sent),
                    "sms",
                    sender,
                    recipient,
                    Optional.empty(),
                    conversation,
                    command,
                    address,
                    language,
                    OptionalInt.empty(),
                    body,
                    time,
                    Map.of()));
        }
    }
}
