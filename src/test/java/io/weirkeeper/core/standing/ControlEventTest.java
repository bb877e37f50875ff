package io.weirkeeper.core.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Of whom a word is said: of one subject, or of the gate. */
class ControlEventTest {

    @ParameterizedTest
    @EnumSource(
            names = {"PAUSE", "RESUME"},
            mode = Mode.EXCLUDE)
    void aWordAboutASubjectNamesIt(ControlType type) {
        assertThat(event(type, Optional.of("+1")).subject()).contains("+1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(type, Optional.empty()))
                .withMessage("subject of " + type.label() + " must be present and not empty, not Optional.empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(type, Optional.of("")))
                .withMessage("subject of " + type.label() + " must be present and not empty, not Optional[]");
    }

    @ParameterizedTest
    @EnumSource(names = {"PAUSE", "RESUME"})
    void aWordAboutTheGateNamesNobody(ControlType type) {
        assertThat(event(type, Optional.empty()).subject()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> event(type, Optional.of("+1")))
                .withMessage("subject of " + type.label() + " must be absent, not Optional[+1]");
    }

    private static ControlEvent event(ControlType type, Optional<String> subject) {
        return new ControlEvent("c", 0, Optional.empty(), type, subject, Optional.empty(), OptionalLong.empty());
    }
}
