package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weirkeeper.core.classify.LinearModel;
import io.weirkeeper.core.message.Text;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of docs/classifier.md hold, and the shipped model is what its command makes. */
class DefaultModelTest {

    @Test
    void trainingAgainMakesTheSameBytes() throws Exception {
        LinearModel again = Trainer.standard().train(Samples.shipped(), count -> {});

        assertThat(ModelFile.bytes(again)).isEqualTo(shippedBytes());
    }

    @Test
    void onMessagesThatItHasNotSeenItCatchesMostSpamAndFewOthers() throws Exception {
        CrossValidation validation = new CrossValidation(Trainer.standard(), 10);

        Counts counts = validation.of(Samples.shipped(), count -> {}).counts();

        assertThat(counts.spam() + counts.ham()).isEqualTo(3_334);
        assertThat(counts.recall()).isGreaterThan(0.96);
        assertThat(counts.falsePositiveRate()).isLessThan(0.008);
    }

    @Test
    void itIsReadOnceAndWrittenAsItIs() throws IOException {
        assertThat(DefaultModel.load()).isSameAs(DefaultModel.load());
        assertThat(ModelFile.bytes(DefaultModel.load())).isEqualTo(shippedBytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            URGENT! You have won a 1000 cash prize. Call 09061701461 now to claim | 1
            ok see you tonight                                                    | 0
            What time do you open tomorrow?                                       | 0
            Hola, quiero saber el horario                                         | 0
            """)
    void plainCasesAreJudgedAsOneWould(String text, double expected) {
        assertThat(DefaultModel.load().score(new Text(text))).isCloseTo(expected, within(0.1));
    }

    private static byte[] shippedBytes() throws IOException {
        try (InputStream in = DefaultModel.class.getResourceAsStream("default.model")) {
            assertThat(in).isNotNull();
            return in.readAllBytes();
        }
    }
}
