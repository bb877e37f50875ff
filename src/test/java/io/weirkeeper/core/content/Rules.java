package io.weirkeeper.core.content;

import com.google.re2j.Pattern;
import io.weirkeeper.core.classify.Model;
import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.CapitalsRule;
import io.weirkeeper.core.policy.ClassifierRule;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.KeywordRule;
import io.weirkeeper.core.policy.LinksRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.PatternRule;
import io.weirkeeper.core.policy.RepeatedRule;
import io.weirkeeper.core.policy.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Content rules as policies have them, and what checks say of texts. */
final class Rules {
    private Rules() {}

    /** A rule for whole words; its text is its id. */
    static KeywordRule keyword(String text) {
        return new KeywordRule(terms(text), text, false);
    }

    /** A rule for a word, also within others; its text is its id. */
    static KeywordRule anywhere(String text) {
        return new KeywordRule(terms(text), text, true);
    }

    static KeywordCheck keywords(String... texts) {
        return new KeywordCheck(Arrays.stream(texts).map(Rules::keyword).toList());
    }

    static PatternRule pattern(String id, String regex) {
        return new PatternRule(terms(id), Pattern.compile(regex));
    }

    static RepeatedCheck repeated(int max) {
        return new RepeatedCheck(new RepeatedRule(terms(RepeatedRule.ID), max));
    }

    static CapitalsCheck capitals(int min) {
        return new CapitalsCheck(new CapitalsRule(terms(CapitalsRule.ID), min));
    }

    static LinksCheck links(int max, String... trusted) {
        return new LinksCheck(new LinksRule(terms(LinksRule.ID), max, Set.of(trusted)));
    }

    /** With a model that gives every text the same score. */
    static ClassifierRule classifier(double score, double threshold) {
        Model model = new Model() {
            @Override
            public double score(Text text) {
                return score;
            }

            @Override
            public double threshold() {
                return threshold;
            }
        };
        return new ClassifierRule(terms(ClassifierRule.ID), model, threshold);
    }

    static List<String> ids(ContentCheck check, String text) {
        return check.matches(new Text(text)).stream()
                .map(match -> match.rule().id())
                .toList();
    }

    static List<String> details(ContentCheck check, String text) {
        return check.matches(new Text(text)).stream().map(Match::detail).toList();
    }

    static String passed(ContentCheck check, String text) {
        return check.passed(new Text(text));
    }

    private static ContentTerms terms(String id) {
        return new ContentTerms(id, Severity.HIGH, Mode.ENFORCE, Condition.ALWAYS);
    }
}
