package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.NearLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message that leaves at most a tenth of the room of a limit says so. */
class NearLimitTest {
    private static final long NOON = TrialTime.of("12:00:00");

    private Memory memory = Memory.EMPTY;

    /** Which limits are near after each of so many messages of one sender, one every ten milliseconds. */
    private List<String> near(String yaml, int messages) {
        Policy policy = GateTrial.policy(yaml);
        SenderGate gate = new SenderGate(policy);
        List<String> near = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            long at = NOON + 10L * i;
            Decision decision =
                    gate.decide(Message.of("m" + i, "sms", "a", "text " + i, at), memory, new Moment(at, at));
            memory = memory.after(decision);
            List<String> rules = decision.effects().stream()
                    .filter(NearLimit.class::isInstance)
                    .map(effect -> ((NearLimit) effect).rule())
                    .toList();
            near.add(String.join(" ", rules));
        }
        return near;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            allow: 5 per 1h                                        |   5
            allow: 9 per 1h                                        |   9
            allow: 10 per 1h                                       |   9
            allow: 29 per 1h                                       |  27
            allow: 30 per 1h                                       |  27
            allow: 400 per 1h                                      | 360
            allow: 1 per 1h, algorithm: token-bucket, burst: 20    |  18
            allow: 5 per 1h, algorithm: token-bucket               |   5
            """)
    void theFirstMessageThatIsNear(String limit, int first) {
        List<String> near = near("limits: [{id: x, per: [sender], " + limit + "}]", first);

        assertThat(near.subList(0, first - 1)).containsOnly("");
        assertThat(near.get(first - 1)).isEqualTo("x");
    }

    @Test
    void aMessageThatIsRefusedIsNotNear() {
        assertThat(near("limits: [{id: x, per: [sender], allow: 2 per 1h}]", 4)).containsExactly("", "x", "", "");
    }

    @Test
    void aMessageMayBeNearSeveralLimits() {
        String yaml = """
                limits:
                  - {id: x, per: [sender], allow: 2 per 1h}
                  - {id: flood, per: [sender], allow: 1 per 1s, count: arrivals}
                  - {id: far, per: [sender], allow: 20 per 1h}
                """;

        assertThat(near(yaml, 1)).containsExactly("flood");
        assertThat(nearOfAnother(yaml.replace("allow: 2", "allow: 1"))).containsExactly("flood x");
    }

    private static List<String> nearOfAnother(String yaml) {
        return new NearLimitTest().near(yaml, 1);
    }

    @Test
    void aLimitInShadowIsNeverNear() {
        assertThat(near("limits: [{id: x, per: [sender], allow: 1 per 1h, mode: shadow}]", 2))
                .containsExactly("", "");
    }

    @Test
    void ofTrustedSendersTheirOwnRoomIsTold() {
        String yaml = "{trusted: {senders: [a], factor: 3}, limits: [{id: x, per: [sender], allow: 10 per 1h}]}";

        List<String> near = near(yaml, 30);

        assertThat(IntStream.range(0, 30).filter(i -> near.get(i).equals("x")).findFirst())
                .hasValue(26);
    }

    @Test
    void aMessageThatWaitedIsNearWhenItIsLetOn() {
        assertThat(near("limits: [{id: x, per: [sender], allow: 1 per 10ms, onExceed: queue}]", 3))
                .containsExactly("x", "x", "x");
    }
}
