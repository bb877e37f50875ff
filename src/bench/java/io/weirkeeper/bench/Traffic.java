package io.weirkeeper.bench;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.gate.Decision;
import io.weirkeeper.core.gate.Moment;
import io.weirkeeper.core.gate.SenderGate;
import io.weirkeeper.core.hold.Agenda;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Messages of many senders at a gate, one after the other, each judged by what the ones before it left behind. The same
 * messages come round again, at later times and after their ids have been forgotten.
 */
final class Traffic {
    private static final int SENDERS = 10_000;
    private static final double EXPONENT = 0.8;
    private static final int MESSAGES = 1 << 16;
    private static final int CONVERSATIONS = 3;

    /** Fifty messages a second: a round takes 22 minutes, and the busiest senders exceed their limits. */
    private static final long MILLIS_BETWEEN = 20;

    private static final long START = 1_767_225_600_000L; // 2026-01-01

    private final SenderGate gate;
    private final Message[] messages = new Message[MESSAGES];
    private final Map<String, KnownSubject> subjects = new HashMap<>();
    private final Agenda<String> agenda = new Agenda<>();
    private long next;

    Traffic(String policy) throws IOException {
        this.gate = new SenderGate(policy(policy));
        List<String> texts = RealTexts.read();
        SplittableRandom random = new SplittableRandom(42);
        Skew skew = new Skew(SENDERS, EXPONENT);
        for (int i = 0; i < MESSAGES; i++) {
            String sender = "+628" + (100_000_000L + skew.draw(random) * 7_919L);
            messages[i] = message("m-" + i, sender, random, texts.get(random.nextInt(texts.size())));
        }
    }

    private static Policy policy(String yaml) {
        PolicyReading reading = new PolicyReader().read(yaml);
        if (reading instanceof PolicyReading.Valid valid) {
            return valid.policy();
        }
        throw new IllegalArgumentException(reading.toString());
    }

    private static Message message(String id, String sender, SplittableRandom random, String body) {
        return new Message(
                id,
                "whatsapp",
                sender,
                Optional.of("+62811000000"),
                Optional.empty(),
                Optional.of("chat-" + random.nextInt(CONVERSATIONS)),
                Optional.empty(),
                Optional.empty(),
                Optional.of("id"),
                OptionalInt.empty(),
                body,
                START,
                Map.of());
    }

    /** Judges the next message and remembers what that changes. */
    Decision judgeNext() {
        Message message = messages[(int) (next % MESSAGES)];
        long time = START + next++ * MILLIS_BETWEEN;
        releaseUntil(time);
        KnownSubject subject = subjects.computeIfAbsent(message.sender(), sender -> new KnownSubject());
        Decision decision = gate.decide(message, subject, new Moment(time, time, next));
        save(message.sender(), subject, decision);
        return decision;
    }

    /** What is due is released first, as a task does it. */
    private void releaseUntil(long time) {
        if (agenda.isEmpty()) {
            return;
        }
        Optional<Agenda.Entry<String>> due = agenda.next(time, time);
        while (due.isPresent()) {
            String sender = due.get().key();
            KnownSubject subject = subjects.get(sender);
            save(sender, subject, gate.release(subject, new Moment(due.get().time(), time)));
            due = agenda.next(time, time);
        }
    }

    private void save(String sender, KnownSubject subject, Decision decision) {
        subject.save(decision);
        if (decision.due().isPresent()) {
            agenda.set(sender, decision.due().get());
        }
    }

    /** Judges so many messages that every round after it is like the one before. */
    void settle() {
        for (int i = 0; i < 2 * MESSAGES; i++) {
            judgeNext();
        }
    }

    List<Message> messages() {
        return List.of(messages);
    }

    List<KnownSubject> subjects() {
        return List.copyOf(subjects.values());
    }
}
