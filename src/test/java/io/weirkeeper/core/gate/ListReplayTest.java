package io.weirkeeper.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.core.standing.OperatorList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who is on a list, by all that operators have said. */
class ListReplayTest {
    private int said;

    private ControlEvent word(ControlType type, String subject, OptionalLong until) {
        Optional<String> whom = type.namesSubject() ? Optional.of(subject) : Optional.empty();
        return new ControlEvent("c" + said, said++, Optional.of("ann"), type, whom, Optional.of("why"), until);
    }

    private ControlEvent word(ControlType type, String subject) {
        return word(type, subject, OptionalLong.empty());
    }

    private static List<String> onList(ListReplay replay, long at) {
        return replay.at(at).stream()
                .map(event -> event.subject().orElse("") + " " + event.id())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void itHasThoseWhoWerePutThereAndNotTakenOff(OperatorList list) {
        ListReplay replay = new ListReplay(list);
        replay.hear(word(list.entering(), "b"));
        replay.hear(word(list.entering(), "a"));
        replay.hear(word(list.entering(), "c"));
        replay.hear(word(list.leaving(), "c"));
        replay.hear(word(ControlType.PAUSE, ""));

        assertThat(onList(replay, 0)).containsExactly("a c1", "b c0");
    }

    @Test
    void theLastWordCounts() {
        ListReplay replay = new ListReplay(OperatorList.BLOCKED);
        replay.hear(word(ControlType.BLOCK, "a", OptionalLong.of(50)));
        replay.hear(word(ControlType.BLOCK, "a"));

        assertThat(onList(replay, 100)).containsExactly("a c1");
    }

    @ParameterizedTest
    @EnumSource
    void anEntryEndsAtItsTime(OperatorList list) {
        ListReplay replay = new ListReplay(list);
        replay.hear(word(list.entering(), "a", OptionalLong.of(50)));

        assertThat(onList(replay, 49)).containsExactly("a c0");
        assertThat(onList(replay, 50)).isEmpty();
    }

    @Test
    void forgetTakesTrustAndRegistrationAndLeavesABlock() {
        for (OperatorList list : OperatorList.values()) {
            ListReplay replay = new ListReplay(list);
            for (OperatorList each : OperatorList.values()) {
                replay.hear(word(each.entering(), "a"));
            }
            replay.hear(word(ControlType.FORGET, "a"));
            assertThat(replay.at(0)).hasSize(list == OperatorList.BLOCKED ? 1 : 0);
        }
    }

    @Test
    void wordsThatDoNotConcernAListLeaveItAsItIs() {
        ListReplay replay = new ListReplay(OperatorList.TRUSTED);
        replay.hear(word(ControlType.TRUST, "a"));
        for (ControlType type : List.of(
                ControlType.PARDON, ControlType.BLOCK, ControlType.UNBLOCK, ControlType.REGISTER, ControlType.RESUME)) {
            replay.hear(word(type, "a"));
        }

        assertThat(onList(replay, 0)).containsExactly("a c0");
    }
}
