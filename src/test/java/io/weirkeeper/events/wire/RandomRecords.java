package io.weirkeeper.events.wire;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.Tier;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Valid records by chance. The seed is fixed unless -Dseed=... is given; failures must print it. */
final class RandomRecords {
    static final long SEED = Long.getLong("seed", 20_261_120L);

    private static final String[] PIECES = {
        "a",
        "Z",
        " ",
        "0",
        "\"",
        "\\",
        "/",
        "\n",
        "\u0000",
        "\u001f",
        "\u007f",
        "é",
        "\u200B",
        "\uFEFF",
        "字",
        "\uFFFF",
        "👋",
        "\uDBFF\uDFFF"
    };

    private final Random random;

    RandomRecords(Random random) {
        this.random = random;
    }

    Message message() {
        return new Message(
                "i" + text(12),
                text(8),
                "s" + text(12),
                maybe(() -> text(12)),
                maybe(() -> text(12)),
                maybe(() -> text(12)),
                maybe(() -> text(12)),
                maybe(() -> text(12)),
                maybe(() -> text(12)),
                random.nextBoolean() ? OptionalInt.of(random.nextInt(10)) : OptionalInt.empty(),
                text(200),
                time(),
                attributes());
    }

    ControlEvent control() {
        ControlType[] types = ControlType.values();
        ControlType type = types[random.nextInt(types.length)];
        return new ControlEvent(
                "i" + text(12),
                time(),
                maybe(() -> text(12)),
                type,
                Optional.of("s" + text(12)).filter(subject -> type.namesSubject()),
                maybe(() -> text(50)),
                random.nextBoolean() ? OptionalLong.of(time()) : OptionalLong.empty());
    }

    Candidate candidate() {
        Tier[] tiers = Tier.values();
        return new Candidate(
                message(),
                tiers[random.nextInt(tiers.length)],
                random.nextInt(Candidate.TRUSTED_RANK + 1),
                time(),
                texts(),
                texts(),
                random.nextBoolean() ? OptionalLong.of(time()) : OptionalLong.empty());
    }

    /** Any time that a long can hold, near ones more often. */
    long time() {
        return random.nextLong() >> (random.nextInt(4) * 10);
    }

    String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(longest + 1); left > 0; left--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private List<String> texts() {
        return Stream.generate(() -> text(12)).limit(random.nextInt(4)).toList();
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            attributes.put(text(6), text(20));
        }
        return attributes;
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }
}
