package io.weirkeeper.config;

import io.weirkeeper.core.policy.ContentTerms;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds rules on content that are equal but for the id: the second could never act. */
final class Twins {
    private final String kind;
    private final Map<Effect, ChosenId> firsts = new HashMap<>();

    /** All of a rule that decides anything: without its name. */
    private record Effect(Object what, ContentTerms how) {}

    /**
     * @param kind what the rules are called: "keyword"
     */
    Twins(String kind) {
        this.kind = kind;
    }

    /** Says so if there was such a rule before. */
    void check(ChosenId id, ContentTerms terms, Object what) {
        ContentTerms nameless = new ContentTerms("any", terms.severity(), terms.mode(), terms.when());
        Optional.ofNullable(firsts.putIfAbsent(new Effect(what, nameless), id))
                .filter(first -> !first.id().equals(id.id()))
                .ifPresent(first -> id.place()
                        .problem("the same " + kind + " as "
                                + Quoted.of(first.id().orElse("")) + " on line "
                                + first.place().line() + "; it could never act"));
    }
}
