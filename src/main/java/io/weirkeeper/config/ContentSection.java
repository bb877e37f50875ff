package io.weirkeeper.config;

import io.weirkeeper.core.policy.CapitalsRule;
import io.weirkeeper.core.policy.ClassifierRule;
import io.weirkeeper.core.policy.ContentRules;
import io.weirkeeper.core.policy.LinksRule;
import io.weirkeeper.core.policy.RepeatedRule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code content}: what is judged of a text. */
final class ContentSection {
    private ContentSection() {}

    /**
     * @param ids takes the ids that the author chose, also those of rules with problems
     */
    static Optional<ContentRules> read(YamlMap map, Consumer<ChosenId> ids) {
        List<KeywordDraft> keywords = map.optional(
                        "keywords", value -> value.list(item -> item.mapping(KeywordDraft::read)))
                .orElse(List.of());
        List<PatternDraft> patterns = map.optional(
                        "patterns", value -> value.list(item -> item.mapping(PatternDraft::read)))
                .orElse(List.of());
        keywords.forEach(keyword -> ids.accept(keyword.id()));
        patterns.forEach(pattern -> ids.accept(pattern.id()));
        Optional<RepeatedRule> repeated = map.optional("repeated", value -> value.mapping(TextShapeSections::repeated));
        Optional<CapitalsRule> capitals = map.optional("capitals", value -> value.mapping(TextShapeSections::capitals));
        Optional<LinksRule> links = map.optional("links", value -> value.mapping(LinksSection::read));
        Optional<ClassifierRule> classifier =
                map.optional("classifier", value -> value.mapping(ClassifierSection::read));
        Optional<Integer> strikes = PolicyWords.strikes(map);
        KeywordDraft.checkTwins(keywords);
        PatternDraft.checkTwins(patterns);
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new ContentRules(
                keywords.stream()
                        .map(KeywordDraft::rule)
                        .flatMap(Optional::stream)
                        .toList(),
                patterns.stream()
                        .map(PatternDraft::rule)
                        .flatMap(Optional::stream)
                        .toList(),
                repeated,
                capitals,
                links,
                classifier,
                strikes.orElseThrow()));
    }
}
