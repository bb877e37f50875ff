package io.weirkeeper.config;

import static io.weirkeeper.config.Policies.valid;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.weirkeeper.classifier.DefaultModel;
import io.weirkeeper.classifier.ModelFile;
import io.weirkeeper.core.classify.LinearModel;
import io.weirkeeper.core.policy.CapitalsRule;
import io.weirkeeper.core.policy.ClassifierRule;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.ContentRules;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.KeywordRule;
import io.weirkeeper.core.policy.LinksRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.PatternRule;
import io.weirkeeper.core.policy.RepeatedRule;
import io.weirkeeper.core.policy.Severity;
import io.weirkeeper.core.standing.Tier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What each key of content means. */
class ContentKeysTest {

    private static ContentRules content(String mapping) {
        return valid("content: " + mapping).content();
    }

    private static ContentTerms terms(String id) {
        return new ContentTerms(id, Severity.HIGH, Mode.ENFORCE, Condition.ALWAYS);
    }

    @Test
    void withoutTheKeyAnyTextIsGood() {
        assertThat(valid("{}").content().isEmpty()).isTrue();
        assertThat(content("{}").isEmpty()).isTrue();
    }

    @Test
    void aKeywordIsAWordOrPhraseAndBlocksUnlessItSaysOtherwise() {
        assertThat(content("{keywords: [{id: money, text: free money}]}").keywords())
                .containsExactly(new KeywordRule(terms("money"), "free money", false));
        assertThat(content("{keywords: [{id: money, text: ON, anywhere: true, severity: low}]}")
                        .keywords())
                .containsExactly(new KeywordRule(
                        new ContentTerms("money", Severity.LOW, Mode.ENFORCE, Condition.ALWAYS), "ON", true));
    }

    @Test
    void aPatternIsARegularExpression() {
        assertThat(content("{patterns: [{id: short, regex: '(?i)bit\\.ly', severity: medium}]}")
                        .patterns())
                .containsExactly(new PatternRule(
                        new ContentTerms("short", Severity.MEDIUM, Mode.ENFORCE, Condition.ALWAYS),
                        Pattern.compile("(?i)bit\\.ly")));
    }

    @Test
    void repeatedAndCapitalsHaveANumber() {
        assertThat(content("{repeated: {max: 10}}").repeated()).contains(new RepeatedRule(terms("repeated"), 10));
        assertThat(content("{capitals: {min: 20}}").capitals()).contains(new CapitalsRule(terms("capitals"), 20));
    }

    @Test
    void trustedDomainsAreComparedInAscii() {
        assertThat(content("{links: {max: 0, trustedDomains: [YouTube.com, bücher.example]}}")
                        .links())
                .contains(new LinksRule(terms("links"), 0, Set.of("youtube.com", "xn--bcher-kva.example")));
        assertThat(content("{links: {max: 3}}").links()).contains(new LinksRule(terms("links"), 3, Set.of()));
    }

    @Test
    void everyRuleTakesModeAndWhen() {
        ContentTerms quiet =
                new ContentTerms("repeated", Severity.HIGH, Mode.SHADOW, new Condition(Map.of(), Set.of(Tier.NORMAL)));

        assertThat(content("{repeated: {max: 3, mode: shadow, when: {tier: [normal]}}}")
                        .repeated())
                .contains(new RepeatedRule(quiet, 3));
    }

    @Test
    void strikesAreThoseOfAllRules() {
        assertThat(content("{repeated: {max: 3}}").strikes()).isZero();
        assertThat(content("{repeated: {max: 3}, strikes: 2}").strikes()).isEqualTo(2);
    }

    @Test
    void theClassifierComesWithAModelAndItsThreshold() {
        LinearModel shipped = DefaultModel.load();

        assertThat(content("{classifier: {severity: high}}").classifier())
                .contains(new ClassifierRule(terms("classifier"), shipped, shipped.threshold()));
        assertThat(content("{classifier: {model: default, threshold: 0.75}}").classifier())
                .contains(new ClassifierRule(terms("classifier"), shipped, 0.75));
    }

    @Test
    void aModelOfOnesOwnBringsItsOwnThreshold(@TempDir Path directory) throws IOException {
        LinearModel shipped = DefaultModel.load();
        LinearModel own = new LinearModel(shipped.weights(), shipped.scale(), shipped.bias(), 0.123);
        Path file = directory.resolve("model.bin");
        Files.write(file, ModelFile.bytes(own));

        assertThat(content("{classifier: {model: '" + file + "'}}").classifier())
                .contains(new ClassifierRule(terms("classifier"), own, 0.123));
    }
}
