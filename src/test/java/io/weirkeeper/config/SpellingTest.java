package io.weirkeeper.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final List<String> NAMES = List.of("per", "name", "strikes", "algorithm", "registeredOnly");

    @ParameterizedTest
    @CsvSource({
        "nmae,name",
        "Name,name",
        "pre,per",
        "strike,strikes",
        "stikes,strikes",
        "algoritm,algorithm",
        "registered_only,registeredOnly",
        "registeredonly,registeredOnly",
    })
    void theClosestNameIsMeant(String written, String meant) {
        assertThat(Spelling.closest(written, NAMES)).hasValue(meant);
    }

    @Test
    void nothingIsMeantByWhatIsFarFromAllNames() {
        assertThat(Spelling.closest("window", NAMES)).isEmpty();
        assertThat(Spelling.closest("", NAMES)).isEmpty();
        assertThat(Spelling.closest("name".repeat(1000), NAMES)).isEmpty();
    }
}
