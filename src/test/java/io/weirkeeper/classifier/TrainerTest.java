package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirkeeper.core.classify.LinearModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static LinearModel train(long seed, List<LabelledMessage> messages) throws TooFewMessagesException {
        return new Trainer(seed, 0.01).train(messages, count -> {});
    }

    @Test
    void whatIsEasyIsLearned() throws Exception {
        LinearModel model = train(1, Samples.easy(50));

        Counts counts = Evaluation.of(model, Samples.easy(200), count -> {}).counts();

        assertThat(counts.recall()).isGreaterThan(0.98);
        assertThat(counts.falsePositiveRate()).isLessThan(0.02);
    }

    @Test
    void theSameSeedMakesTheSameModelAndAnotherSeedAnother() throws Exception {
        List<LabelledMessage> messages = Samples.easy(30);

        assertThat(train(7, messages)).isEqualTo(train(7, messages));
        assertThat(train(7, messages)).isNotEqualTo(train(8, messages));
    }

    @Test
    void contradictionsAndEmptyTextsDoNotStopIt() throws Exception {
        List<LabelledMessage> messages = new ArrayList<>(Samples.easy(20));
        for (boolean spam : new boolean[] {true, false}) {
            messages.add(new LabelledMessage(spam, "same text"));
            messages.add(new LabelledMessage(spam, ""));
            messages.add(new LabelledMessage(spam, "long ".repeat(2_000)));
        }

        LinearModel model = train(1, messages);

        assertThat(model.threshold()).isBetween(0.001, 1.0);
    }

    @Test
    void tooFewMessagesAreRefused() {
        assertThatThrownBy(() -> train(1, Samples.easy(9)))
                .isInstanceOf(TooFewMessagesException.class)
                .hasMessage("too few messages to learn from: 9 spam and 9 ham; at least 10 of each are needed, and"
                        + " hundreds to be of use");
    }

    @Test
    void aShareOutOfRangeIsRefused() {
        assertThatThrownBy(() -> new Trainer(1, 1))
                .hasMessage("mostFalsePositives must be at least 0 and below 1, not 1.0");
        assertThatThrownBy(() -> new CrossValidation(Trainer.standard(), 1))
                .hasMessage("folds must be at least 2, not 1");
    }

    @Test
    void whoWatchesIsToldHowManyMessagesWereLookedAt() throws Exception {
        int[] seen = {0};

        new Trainer(1, 0.01).train(Samples.easy(10), count -> seen[0] += count);

        assertThat(seen[0]).isGreaterThan(20);
    }
}
