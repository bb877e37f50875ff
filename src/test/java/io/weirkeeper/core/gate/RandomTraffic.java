package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * Messages of a few senders, some of them the same again, some late, at a pace that changes; and what operators say.
 *
 * @param subKeys how many conversations there are, and as many addresses
 */
final class RandomTraffic {
    private static final List<Integer> PACES = List.of(1, 20, 400, 3_000, 20_000);
    private static final List<ControlType> WORDS = Arrays.stream(ControlType.values())
            .filter(ControlType::namesSubject)
            .toList();

    private final Random random;
    private final int subKeys;
    private long time = TrialTime.of("10:00:00");
    private int pace = 1;
    private int number;

    /** A step: a message, or if there is none an operator's word about a subject. */
    record Step(long at, Optional<Message> message, ControlType word, String subject) {
        Optional<Outcome> on(GateTrial trial) {
            trial.at(at);
            if (message.isEmpty()) {
                trial.told(word, subject, OptionalLong.empty());
            }
            return message.map(trial::judge);
        }
    }

    RandomTraffic(Random random, int subKeys) {
        this.random = random;
        this.subKeys = subKeys;
    }

    Step next() {
        if (random.nextInt(40) == 0) {
            pace = PACES.get(random.nextInt(PACES.size()));
        }
        time += random.nextInt(10) == 0 ? 0 : random.nextInt(2 * pace);
        String sender = random.nextInt(3) == 0 ? "b" : "a";
        long at = random.nextInt(30) == 0 ? time - random.nextInt(60_000) : time;
        if (random.nextInt(100) == 0) {
            return new Step(at, Optional.empty(), WORDS.get(random.nextInt(WORDS.size())), sender);
        }
        return new Step(at, Optional.of(message(sender)), ControlType.BLOCK, sender);
    }

    private Message message(String sender) {
        number++;
        String text = random.nextInt(3) == 0 ? "text " + random.nextInt(5) : "text " + number;
        return new Message(
                random.nextInt(20) == 0 ? "m" + (number - 1) : "m" + number,
                random.nextInt(4) == 0 ? "whatsapp" : "sms",
                sender,
                Optional.empty(),
                Optional.empty(),
                some("c" + random.nextInt(subKeys)),
                some(random.nextBoolean() ? "go" : "Stop"),
                some("10.0.0." + random.nextInt(subKeys)),
                some(random.nextBoolean() ? "es" : "fr"),
                OptionalInt.empty(),
                random.nextInt(5) == 0 ? "/GO " + text : text,
                time,
                Map.of());
    }

    private Optional<String> some(String value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }
}
