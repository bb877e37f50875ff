package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of the text of a policy, it is read or refused, with problems that point into the text. */
class MutatedPolicyTest {
    private static final int MUTANTS = 300;
    private static final int LINES = 100;
    private static final List<String> SCRAPS = List.of(
            "",
            " ",
            "\n",
            "\t",
            ":",
            "- ",
            "[",
            "]",
            "{",
            "}",
            ",",
            "&a ",
            "*a",
            "!!int ",
            "? ",
            "|",
            ">",
            "'",
            "\"",
            "#",
            "---\n",
            "...",
            "%",
            "0",
            "-1",
            "99999999999999999999",
            "null",
            "~",
            "true",
            "5 per 1m",
            "1d",
            "sender",
            "id: ",
            "{id: a}",
            "\\",
            "\0",
            "\uD800",
            "\u2028",
            "\uFEFF",
            "<<: ",
            "(",
            "[a",
            "{2,1}",
            "(?P<x",
            "\\p{",
            "\u00e9");
    private static final String GOOD = """
            name: good
            mode: enforce
            keyedBy: sender
            registeredOnly: false
            maxAge: 10m
            admins: ["+15550100"]
            blocked: {senders: ["+15550102"], addresses: [192.0.2.1]}
            trusted: {senders: ["+15550101"], factor: 3}
            commands: {pattern: "^[!/](\\\\w+)(?:a{2,3}|[^b-d])*$"}
            duplicates: {window: 10s, per: [sender], strikes: 1, mode: shadow, when: {channel: [sms]}}
            limits:
              - {id: flood, per: [sender], allow: 5 per 1s, count: arrivals, strikes: 1}
              - id: wifi
                per: [sender, command]
                allow: 5 per 1h
                when: {command: [A, B], tier: [normal]}
              - {id: burst, per: [sender], allow: 10 per 1m, algorithm: token-bucket, burst: 3}
              - {id: all, per: [], allow: 1000 per 1h, onExceed: queue}
            penalties:
              window: 7d
              ladder: [{at: 1, do: warn}, {at: 2, do: timeout, for: 5m}, {at: 3, do: ban, for: 1h}]
              permanentAt: 10
            notices: {language: en, atMostOncePer: 1m, texts: {en: {RATE_LIMITED: "Again in {retryIn}."}}}
            priorities: [{when: {command: [A]}, is: 9}, {when: {tier: [trusted]}, is: 0}]
            queue: {capacity: 50, maxWait: 10m}
            debounce: {quiet: 4s, maxWait: 15s, maxMessages: 20, keep: merge, per: [sender, user], mode: shadow, when: {}}
            providerBackoff: {errors: 5 per 1m, pause: 10m}
            """;

    static List<Long> seeds() {
        long base = new Random().nextLong();
        List<Long> seeds = new ArrayList<>(LongStream.range(0, 20).boxed().toList());
        seeds.add(base);
        return seeds;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void isReadOrRefused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutated(GOOD, random);
            String origin = "seed " + seed + ", mutant " + i + ":\n" + mutant;

            assertThatCode(() -> new PolicyReader().read(mutant)).as(origin).doesNotThrowAnyException();
            assertThat(new PolicyReader().read(mutant)).as(origin).satisfies(MutatedPolicyTest::pointsIntoTheText);
        }
    }

    private static void pointsIntoTheText(PolicyReading reading) {
        if (reading instanceof PolicyReading.Invalid invalid) {
            assertThat(invalid.problems()).allSatisfy(problem -> {
                assertThat(problem.line()).isBetween(1, LINES);
                assertThat(problem.toString()).doesNotContain("\n").hasSizeLessThan(1_000);
            });
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder mutant = new StringBuilder(text);
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(mutant.length());
            int end = Math.min(mutant.length(), at + random.nextInt(random.nextBoolean() ? 3 : 60));
            switch (random.nextInt(4)) {
                case 0 -> mutant.delete(at, end);
                case 1 -> mutant.insert(at, SCRAPS.get(random.nextInt(SCRAPS.size())));
                case 2 -> mutant.replace(at, end, SCRAPS.get(random.nextInt(SCRAPS.size())));
                default -> mutant.insert(random.nextInt(mutant.length()), mutant.substring(at, end));
            }
        }
        return mutant.toString();
    }
}
