package io.weirkeeper.core.gate;

import io.weirkeeper.config.PolicyReader;
import io.weirkeeper.config.PolicyReading;
import io.weirkeeper.core.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Valid policies made of dice.
 *
 * @param mostLimits in one policy
 * @param large whether counts may be so large that a few of them fill a subject's record
 * @param shadow whether rules may be in shadow, or the whole policy
 */
record RandomPolicies(Random random, int mostLimits, boolean large, boolean shadow) {
    private static final List<String> WINDOWS = List.of("1ms", "7ms", "1s", "10s", "64s", "1m", "10m", "1h");
    private static final List<Integer> SMALL = List.of(1, 1, 2, 3, 5, 20);
    private static final List<Integer> LARGE = List.of(1, 3, 100, 255, 256, 257, 1_000, 100_000);
    private static final List<String> SUB_KEYS =
            List.of("", "", ", conversation", ", command", ", conversation, address", ", language");
    private static final List<String> CONDITIONS = List.of(
            "", "", "", ", when: {command: [GO]}", ", when: {channel: [sms]}", ", when: {tier: [normal, trusted]}");

    Policy next() {
        return Stream.generate(this::attempt)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private Optional<Policy> attempt() {
        return new PolicyReader().read(yaml()) instanceof PolicyReading.Valid valid
                ? Optional.of(valid.policy())
                : Optional.empty();
    }

    private String yaml() {
        return (shadow && one(8) ? "mode: shadow\n" : "")
                + "trusted: {senders: [b], factor: " + pick(List.of(1, 2, 3, 90)) + "}\n"
                + (one(2) ? "commands: {pattern: \"^/(\\\\w+)\"}\n" : "")
                + (one(2) ? duplicates() : "")
                + IntStream.rangeClosed(1, 1 + random.nextInt(mostLimits))
                        .mapToObj(this::limit)
                        .collect(Collectors.joining(", ", "limits: [", "]\n"))
                + (one(2) ? penalties() : "")
                + (one(3) ? "notices: {atMostOncePer: " + pick(WINDOWS) + "}\n" : "");
    }

    private String duplicates() {
        return "duplicates: {window: " + pick(WINDOWS) + ", per: [sender" + pick(SUB_KEYS) + "]" + strikesAndMode()
                + "}\n";
    }

    private String limit(int number) {
        int count = pick(large ? LARGE : SMALL);
        String algorithm =
                one(3) ? ", algorithm: token-bucket" + (one(2) ? ", burst: " + (1 + random.nextInt(count)) : "") : "";
        return "{id: l" + number + ", per: [sender" + pick(SUB_KEYS) + "], allow: " + count + " per " + pick(WINDOWS)
                + algorithm + (one(3) ? ", count: arrivals" : "") + pick(CONDITIONS) + strikesAndMode() + "}";
    }

    private String strikesAndMode() {
        return ", strikes: " + random.nextInt(3) + (shadow && one(4) ? ", mode: shadow" : "");
    }

    private String penalties() {
        return "penalties: {window: " + pick(List.of("10m", "1d", "30d"))
                + ", ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 3s}, {at: 5, do: ban, for: 5m}]"
                + (one(3) ? ", permanentAt: 9" : "") + "}\n";
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
