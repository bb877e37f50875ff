package io.weirkeeper.config;

import io.weirkeeper.core.policy.CapitalsRule;
import io.weirkeeper.core.policy.ClassifierRule;
import io.weirkeeper.core.policy.DebounceRule;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.LinksRule;
import io.weirkeeper.core.policy.RepeatedRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ids of all rules: each names one rule. */
final class RuleIds {
    private static final Set<String> BUILT_IN = Set.of(
            DuplicateRule.ID, RepeatedRule.ID, CapitalsRule.ID, LinksRule.ID, ClassifierRule.ID, DebounceRule.ID);

    private final List<ChosenId> chosen = new ArrayList<>();

    void add(ChosenId id) {
        chosen.add(id);
    }

    /** Says which of them are taken. */
    void check() {
        Map<String, Integer> lines = new HashMap<>();
        chosen.stream()
                .sorted(Comparator.comparingInt(id -> id.place().line()))
                .forEach(one -> one.id().ifPresent(id -> check(id, one.place(), lines)));
    }

    private static void check(String id, YamlMap place, Map<String, Integer> lines) {
        Optional<Integer> first = Optional.ofNullable(lines.putIfAbsent(id, place.line("id")));
        if (BUILT_IN.contains(id)) {
            place.problem("id", Quoted.of(id) + " is the id of a built-in rule");
        } else {
            first.ifPresent(line -> place.problem("id", Quoted.of(id) + " is taken; first on line " + line));
        }
    }
}
