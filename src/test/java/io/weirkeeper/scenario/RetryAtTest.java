package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.gate.TimeBounds;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.verdict.Allowed;
import io.weirkeeper.core.verdict.Blocked;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.Reason;
import io.weirkeeper.core.verdict.Verdict;
import io.weirkeeper.events.wire.Decoded;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.events.wire.RecordOrigin;
import io.weirkeeper.simulate.Simulation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * In every scenario, retryAt is tight: the same message is refused a millisecond before and accepted at it. Not where messages are
 * debounced, because such a message is judged some time after it was sent.
 */
class RetryAtTest {
    /** A duplicate's time is that of its penalty, and says nothing of its text. */
    private static final Set<Reason> PROMISING = Set.of(Reason.RATE_LIMITED, Reason.PENALIZED, Reason.BLOCKLISTED);

    private final JsonFormat format = new JsonFormat();

    static List<Example> scenarios() {
        return Example.all().stream()
                .filter(scenario -> scenario.policy().debounce().isEmpty())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void aRefusedMessagePassesAtRetryAtAndNotAMillisecondBefore(Example scenario) {
        List<TraceLine> lines = scenario.lines();
        Simulation whole = new Simulation(scenario.policy(), TimeBounds.DEFAULT);
        for (int i = 0; i < lines.size(); i++) {
            List<TraceLine> soFar = lines.subList(0, i + 1);
            promised(apply(whole, lines.get(i))).ifPresent(blocked -> {
                long retryAt = blocked.retryAt().orElseThrow();
                assertThat(retry(after(scenario, soFar), blocked, retryAt - 1))
                        .as("%s: a millisecond before the retryAt of %s", scenario, blocked)
                        .isInstanceOf(Blocked.class);
                assertThat(retry(after(scenario, soFar), blocked, retryAt))
                        .as("%s: at the retryAt of %s", scenario, blocked)
                        .isInstanceOf(Allowed.class);
            });
        }
    }

    /** The verdict, if it is one that says when the message would pass. */
    private static Optional<Blocked> promised(List<Effect> effects) {
        return effects.stream()
                .filter(Blocked.class::isInstance)
                .map(Blocked.class::cast)
                .filter(blocked -> PROMISING.contains(blocked.reason())
                        && blocked.retryAt().isPresent())
                .findFirst();
    }

    private Simulation after(Example scenario, List<TraceLine> lines) {
        Simulation simulation = new Simulation(scenario.policy(), TimeBounds.DEFAULT);
        lines.forEach(line -> apply(simulation, line));
        return simulation;
    }

    private List<Effect> apply(Simulation simulation, TraceLine line) {
        byte[] value = line.value().toString().getBytes(StandardCharsets.UTF_8);
        RecordOrigin origin = new RecordOrigin("trace", 0, 0, line.time());
        return line.isControl()
                ? simulation.obey(valid(format.control(value, origin)), line.time())
                : simulation.judge(valid(format.message(value, origin)), line.time());
    }

    /** What becomes of the same message under an id of its own, at once or after it has waited. */
    private static Verdict retry(Simulation simulation, Blocked blocked, long at) {
        Message m = blocked.message();
        Message again = new Message(
                m.id() + " again",
                m.channel(),
                m.sender(),
                m.recipient(),
                m.user(),
                m.conversation(),
                m.command(),
                m.address(),
                m.language(),
                m.priority(),
                m.body(),
                at,
                m.attributes());
        return Stream.concat(simulation.judge(again, at).stream(), simulation.finish().stream())
                .filter(Verdict.class::isInstance)
                .map(Verdict.class::cast)
                .filter(verdict -> verdict.message().id().equals(again.id()))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T valid(Decoded<T> decoded) {
        assertThat(decoded).isInstanceOf(Decoded.Valid.class);
        return ((Decoded.Valid<T>) decoded).value();
    }
}
