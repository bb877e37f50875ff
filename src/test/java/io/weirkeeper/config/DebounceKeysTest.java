package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.problems;
import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.DebounceRule.Keep;
import io.weirkeeper.core.policy.Mode;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each key of debounce means. */
class DebounceKeysTest {

    @Test
    void debounceNeedsNoMoreThanAQuietTime() {
        assertThat(valid("debounce: {quiet: 4s}").debounce())
                .hasValue(new DebounceRule(
                        4_000,
                        OptionalLong.empty(),
                        OptionalInt.empty(),
                        Keep.LAST,
                        Set.of(MessageField.SENDER),
                        Mode.ENFORCE,
                        Condition.ALWAYS));
    }

    @Test
    void debounceTakesAllThatIsWritten() {
        assertThat(valid("""
                                debounce:
                                  quiet: 4s
                                  maxWait: 15s
                                  maxMessages: 20
                                  keep: merge
                                  per: [sender, conversation]
                                  mode: shadow
                                  when: {channel: [sms]}
                                """).debounce())
                .hasValue(new DebounceRule(
                        4_000,
                        OptionalLong.of(15_000),
                        OptionalInt.of(20),
                        Keep.MERGE,
                        Set.of(MessageField.SENDER, MessageField.CONVERSATION),
                        Mode.SHADOW,
                        new Condition(Map.of(MessageField.CHANNEL, Set.of("sms")), Set.of())));
    }

    @Test
    void keepIsLastOrMerge() {
        assertThat(keep("last")).isEqualTo(Keep.LAST);
        assertThat(keep("merge")).isEqualTo(Keep.MERGE);
    }

    @Test
    void burstsArePerSubjectUnlessThePolicySaysOtherwise() {
        assertThat(valid("keyedBy: recipient\ndebounce: {quiet: 4s}")
                        .debounce()
                        .orElseThrow()
                        .per())
                .containsExactly(MessageField.RECIPIENT);
    }

    @Test
    void theLeastOfEverythingIsEnough() {
        assertThat(problems("debounce: {quiet: 1ms, maxWait: 1ms, maxMessages: 2}"))
                .isEmpty();
    }

    @Test
    void messagesMayWaitAsLongAsTheSettingAllows() {
        String twoDays = "debounce: {quiet: 2d, maxWait: 2d}";

        assertThat(problems(new PolicyReader(Duration.ofDays(2)).read(twoDays))).isEmpty();
        assertThat(problems(new PolicyReader(Duration.ofHours(47)).read(twoDays)))
                .hasSize(2);
    }

    private static Keep keep(String word) {
        return valid("debounce: {quiet: 4s, keep: " + word + "}")
                .debounce()
                .orElseThrow()
                .keep();
    }
}
