package io.weirkeeper.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between the verdicts that somebody expects and those that come. */
class ComparisonTest {
    private static final String ALLOWED =
            "{\"at\":\"2026-01-01T00:00:00.000Z\",\"verdict\":\"ALLOWED\",\"id\":\"a\",\"sender\":\"s\"}\n";
    private static final String BLOCKED =
            "{\"at\":\"2026-01-01T00:00:01.000Z\",\"verdict\":\"BLOCKED\",\"id\":\"b\",\"sender\":\"s\","
                    + "\"reason\":\"RATE_LIMITED\",\"detail\":\"6th message\"}\n";

    private static List<String> differences(String expected, String actual) {
        return Comparison.of(expected, actual);
    }

    @Test
    void theSameVerdictsDoNotDiffer() {
        assertThat(differences(ALLOWED + "\n" + BLOCKED, ALLOWED + BLOCKED)).isEmpty();
    }

    @Test
    void whatDiffersIsNamedByMessageAndField() {
        String other = BLOCKED.replace("RATE_LIMITED", "DUPLICATE");

        assertThat(differences(ALLOWED + BLOCKED, ALLOWED + other))
                .containsExactly("b: reason is DUPLICATE, expected RATE_LIMITED");
    }

    @Test
    void aFieldOnOneSideIsADifference() {
        String flagged = ALLOWED.replace("}", ",\"flags\":[\"links\"]}");

        assertThat(differences(ALLOWED, flagged)).containsExactly("a: flags is [\"links\"], expected not there");
        assertThat(differences(flagged, ALLOWED)).containsExactly("a: flags is not there, expected [\"links\"]");
    }

    @Test
    void textsForPeopleAreComparedIfTheyAreExpected() {
        String silent = BLOCKED.replace(",\"detail\":\"6th message\"", "");

        assertThat(differences(silent, BLOCKED)).isEmpty();
        assertThat(differences(BLOCKED, BLOCKED.replace("6th", "7th")))
                .containsExactly("b: detail is 7th message, expected 6th message");
    }

    @Test
    void aVerdictThatDidNotComeIsNamed() {
        assertThat(differences(ALLOWED + BLOCKED, ALLOWED))
                .containsExactly("b: no verdict; expected BLOCKED RATE_LIMITED at 2026-01-01T00:00:01.000Z");
    }

    @Test
    void aVerdictThatNobodyExpectedIsNamed() {
        assertThat(differences(ALLOWED, ALLOWED + BLOCKED))
                .containsExactly("b: BLOCKED RATE_LIMITED at 2026-01-01T00:00:01.000Z; not expected");
    }

    @Test
    void theSameIdTwiceIsTwoVerdicts() {
        assertThat(differences(ALLOWED, ALLOWED + ALLOWED))
                .containsExactly("a (2): ALLOWED at 2026-01-01T00:00:00.000Z; not expected");
    }

    @Test
    void theOrderCounts() {
        assertThat(differences(ALLOWED + BLOCKED, BLOCKED + ALLOWED))
                .containsExactly("order: verdict 1 is that of b, expected that of a");
    }

    @Test
    void whatIsNoVerdictIsNamedByItsLine() {
        assertThat(differences(ALLOWED + "{}\n", ALLOWED))
                .containsExactly("expected, line 2: not a verdict with an id");
        assertThat(differences("nonsense\n", ALLOWED))
                .singleElement()
                .asString()
                .startsWith("expected, line 1: ");
    }
}
