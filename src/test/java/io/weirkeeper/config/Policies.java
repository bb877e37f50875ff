package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.policy.LimitRule;
import io.weirkeeper.core.policy.Policy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Short ways for tests to read policies. */
final class Policies {
    private static final Path BAD = Path.of("src/test/resources/bad-policies");

    private Policies() {}

    /** The policy in this text, which must be valid. */
    static Policy valid(String yaml) {
        PolicyReading reading = new PolicyReader().read(yaml);
        assertThat(reading).as(yaml).isInstanceOf(PolicyReading.Valid.class);
        return ((PolicyReading.Valid) reading).policy();
    }

    /** The limit of a policy with no other. */
    static LimitRule limit(String flowMapping) {
        return valid("limits: [" + flowMapping + "]").limits().get(0);
    }

    /** The problems of this text, one string each. */
    static List<String> problems(String yaml) {
        return problems(new PolicyReader().read(yaml));
    }

    static List<String> problems(PolicyReading reading) {
        if (reading instanceof PolicyReading.Invalid invalid) {
            return invalid.problems().stream().map(Problem::toString).toList();
        }
        return List.of();
    }

    /** A text from the folder of bad policies. */
    static String bad(String fileName) {
        try {
            return Files.readString(BAD.resolve(fileName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all bad policies, without their ending. */
    static List<String> badNames() {
        try (var files = Files.list(BAD)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
