package io.weirkeeper.core.content;

import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.ClassifierRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a trained model takes for spam. */
public final class ClassifierCheck implements ContentCheck {
    private static final int FEWEST_DECIMALS = 2;

    private final ClassifierRule rule;
    private final BigDecimal threshold;

    public ClassifierCheck(ClassifierRule rule) {
        this.rule = rule;
        BigDecimal exact = BigDecimal.valueOf(rule.threshold());
        this.threshold = exact.setScale(Math.max(FEWEST_DECIMALS, exact.scale()), RoundingMode.UNNECESSARY);
    }

    @Override
    public List<Match> matches(Text text) {
        double score = rule.model().score(text);
        return score >= rule.threshold()
                ? List.of(new Match(
                        rule.terms(), "spam score " + shown(score) + "; threshold " + threshold.toPlainString()))
                : List.of();
    }

    @Override
    public String passed(Text text) {
        return "spam score " + shown(rule.model().score(text)) + " of " + threshold.toPlainString();
    }

    /** With as many decimals as the threshold and rounded down, so that what is shown never contradicts the verdict. */
    private String shown(double score) {
        return BigDecimal.valueOf(score)
                .setScale(threshold.scale(), RoundingMode.FLOOR)
                .toPlainString();
    }
}
