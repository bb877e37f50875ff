package io.weirkeeper.config;

import io.weirkeeper.core.content.Domain;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.LinksRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code content.links}: too many links, unless all of them lead to trusted domains. */
final class LinksSection {
    private LinksSection() {}

    static Optional<LinksRule> read(YamlMap map) {
        Optional<Integer> max = map.required("max", value -> value.wholeNumber(0, Message.LONGEST_BODY));
        Optional<List<String>> trusted =
                map.optional("trustedDomains", value -> value.list(LinksSection::domain), List.of());
        Optional<ContentTerms> terms = ContentWords.terms(map, Optional.of(LinksRule.ID));
        if (!map.isSound()) {
            return Optional.empty();
        }
        return Optional.of(new LinksRule(terms.orElseThrow(), max.orElseThrow(), Set.copyOf(trusted.orElseThrow())));
    }

    private static Optional<String> domain(YamlValue value) {
        return value.nonEmptyText().flatMap(text -> {
            Optional<String> domain = Domain.ascii(text);
            if (domain.isEmpty()) {
                value.problem(Quoted.of(text) + " is not a domain; write for example youtube.com");
            }
            return domain;
        });
    }
}
