package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file of src/test/resources/bad-policies is refused with exactly the problems of the file beside it. */
class BadPoliciesTest {

    static List<String> badPolicies() {
        return Policies.badNames();
    }

    @ParameterizedTest
    @MethodSource("badPolicies")
    void isRefusedWithExactlyTheExpectedProblems(String name) {
        List<String> problems = Policies.problems(Policies.bad(name + ".yaml"));

        assertThat(problems).isEqualTo(Policies.bad(name + ".expected").lines().toList());
    }

    @Test
    void theExampleOfTheDesignIsRefusedOnlyForWhatIsNotSupportedYet() {
        PolicyReading reading = new PolicyReader().read(Policies.bad("of-later-releases.yaml"));

        List<Problem> problems = ((PolicyReading.Invalid) reading).problems();
        assertThat(problems).extracting(Problem::message).allMatch(message -> message.endsWith("not supported yet"));
        assertThat(problems).extracting(Problem::path).containsExactly("content");
    }

    @Test
    void theExampleOfTheDesignWithoutThatIsValid() {
        String example = Policies.bad("of-later-releases.yaml");
        String supported = example.replaceAll("(?s)content:.*penalties:", "penalties:");

        assertThat(Policies.problems(supported)).isEmpty();
    }
}
