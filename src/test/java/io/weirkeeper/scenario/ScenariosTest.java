package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario gives the verdicts that are written beside it, in the core and through the production topology. */
class ScenariosTest {

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theCoreGivesTheExpectedVerdicts(Scenario scenario) {
        String actual = CoreRun.verdicts(scenario.policy(), scenario.trace());

        Lines.assertSame(
                scenario.name(),
                scenario.expected().lines().toList(),
                actual.lines().toList());
        assertThat(actual).isEqualTo(scenario.expected());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTopologyGivesTheSameVerdictsAndNothingElse(Scenario scenario) {
        List<TraceLine> lines = scenario.lines();
        List<String> expected = scenario.expected().lines().toList();
        try (TopologyRun run = new TopologyRun(scenario.policy(), lines.get(0).time(), expected)) {
            run.take(lines);

            Lines.assertSame(scenario.name(), expected, run.verdicts());
            run.assertTheLawOfOneVerdict();
            run.assertThatTheAuditTrailMatchesTheVerdicts();
            run.assertThatNothingIsLeft();
        }
    }
}
