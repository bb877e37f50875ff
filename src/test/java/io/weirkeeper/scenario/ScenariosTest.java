package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario gives the verdicts that are written beside it, in the core and through the production topology. */
class ScenariosTest {

    static List<Example> scenarios() {
        return Example.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theCoreGivesTheExpectedVerdicts(Example scenario) throws IOException {
        Scenario.Run run = new Scenario(scenario.name(), scenario.folder()).run(scenario.policy());

        assertThat(run.problems()).isEmpty();
        assertThat(Comparison.of(scenario.expected(), run.verdicts())).isEmpty();
        assertThat(run.verdicts()).isEqualTo(scenario.expected());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theTopologyGivesTheSameVerdictsAndNothingElse(Example scenario) {
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
