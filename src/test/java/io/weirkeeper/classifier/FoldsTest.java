package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FoldsTest {

    @Test
    void messagesThatDifferInDigitsCaseAndSpaceOnlyStayTogether() {
        List<LabelledMessage> messages = new ArrayList<>(Samples.easy(40));
        messages.add(new LabelledMessage(true, "Call 0800 123 now"));
        messages.add(new LabelledMessage(true, "call  0911 987 NOW"));
        messages.add(new LabelledMessage(false, "call 0000 000 now"));

        for (long seed = 0; seed < 20; seed++) {
            int[] folds = Folds.of(messages, 10, seed);
            assertThat(folds[81]).isEqualTo(folds[80]);
            assertThat(folds[82]).isEqualTo(folds[80]);
        }
    }

    @Test
    void eachPartHasItsShareOfBothKinds() {
        int[] folds = Folds.of(Samples.easy(100), 10, 1);

        int[] spam = new int[10];
        int[] ham = new int[10];
        for (int i = 0; i < folds.length; i++) {
            (i % 2 == 0 ? spam : ham)[folds[i]]++;
        }

        assertThat(spam).containsOnly(10);
        assertThat(ham).containsOnly(10);
    }
}
