package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.simulate.Simulation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the checks of the sender gate say of a message before it is judged. */
class ExplainTest {
    private static final long NOW = TrialTime.of("10:00:00");

    private final Simulation simulation = new Simulation(GateTrial.policy("""
            admins: [boss]
            trusted: {senders: [friend], factor: 2}
            limits:
              - {id: minute, per: [sender], allow: 5 per 1m}
              - {id: flood, per: [sender], allow: 3 per 1s, count: arrivals}
              - {id: chat, per: [sender, conversation], allow: 2 per 1m}
            content:
              keywords: [{id: money, text: free money}, {id: cash, text: free, when: {channel: [sms]}}]
              links: {max: 3}
              repeated: {max: 4, severity: low}
            """), TimeBounds.DEFAULT);

    private static Message message(String sender, String body) {
        return Message.of("m", "chat", sender, body, NOW);
    }

    private List<String> answers(String sender, String body) {
        return simulation.explain(message(sender, body), NOW);
    }

    @Test
    void everyCheckThatAppliesAnswersAlsoWhenItPasses() {
        assertThat(answers("a", "see www.example.org"))
                .containsExactly(
                        "flood: 3 left of 3 per 1s",
                        "keywords: none of 2",
                        "repeated 3 of 4",
                        "links 1 of 3",
                        "minute: 5 left of 5 per 1m");
    }

    @Test
    void whatMatchesIsNamedByItsRule() {
        assertThat(answers("a", "FREE money!!!!!"))
                .contains("money blocks: contains \"free money\"", "links 0 of 3")
                .anyMatch(answer -> answer.startsWith("repeated flags: "))
                .contains("cash not for this message: contains \"free\"");
    }

    @Test
    void whatWasCountedIsNotLeft() {
        List<Effect> effects = simulation.judge(message("a", "one"), NOW);
        simulation.judge(message("friend", "one"), NOW);

        assertThat(effects).isNotEmpty();
        assertThat(answers("a", "two")).contains("flood: 2 left of 3 per 1s", "minute: 4 left of 5 per 1m");
        assertThat(answers("friend", "two")).contains("minute: 9 left of 10 per 1m");
    }

    @Test
    void toExplainCountsNothing() {
        for (int i = 0; i < 10; i++) {
            assertThat(answers("a", "one")).contains("minute: 5 left of 5 per 1m");
        }
    }

    @Test
    void toAdminsNoRuleApplies() {
        assertThat(answers("boss", "free money")).isEmpty();
    }
}
