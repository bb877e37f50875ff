package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void theExampleOfTheDesignIsValid() throws IOException {
        assertThat(Policies.problems(Files.readString(Path.of("src/test/resources/policy-of-the-design.yaml"))))
                .isEmpty();
    }
}
