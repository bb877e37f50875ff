package io.weirkeeper.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThresholdTest {
    /** Margins -50 to 49 of ham; spam above 40. */
    private static List<Margin> margins() {
        List<Margin> margins = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            margins.add(new Margin((i - 50) / 10.0, false));
            margins.add(new Margin(4 + i / 20.0, true));
        }
        return margins;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, 1", "0.05, 5", "0.5, 50"})
    void noMoreHamIsTakenForSpamThanAllowedAndAlmostAsMuch(double share, int most) {
        Calibration calibration = new Calibration(1, 0);

        double threshold = Threshold.choose(margins(), calibration, share);

        long wronged = margins().stream()
                .filter(each -> !each.spam() && calibration.score(each.value()) >= threshold)
                .count();
        assertThat(wronged).isBetween((long) Math.max(0, most - 1), (long) most);
    }

    @Test
    void calibratedScoresAreProbabilities() {
        List<Margin> margins = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            margins.add(new Margin(-1, i % 10 == 0));
            margins.add(new Margin(1, i % 10 != 0));
        }

        Calibration calibration = Calibration.fit(margins);

        assertThat(calibration.score(-1)).isBetween(0.09, 0.11);
        assertThat(calibration.score(1)).isBetween(0.89, 0.91);
    }
}
