package io.weirkeeper.core.gate;

import io.weirkeeper.core.content.ContentCheck;
import io.weirkeeper.core.content.Match;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Stops a text of which a content rule says that it is spam; what is less sure, or in shadow, only flags it. */
final class SpamCheck implements Check {
    private final Policy policy;
    private final List<ContentCheck> checks;

    SpamCheck(Rules rules) {
        this.policy = rules.policy();
        this.checks = rules.content();
    }

    /** What it leads to that a text offends against a rule. */
    private enum Consequence {
        NOTHING("not for this message"),
        FLAG("flags"),
        BLOCK("blocks");

        private final String word;

        Consequence(String word) {
            this.word = word;
        }
    }

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        for (ContentCheck check : checks) {
            for (Match match : check.matches(hearing.text())) {
                Consequence consequence = consequence(match.rule(), hearing);
                if (consequence == Consequence.BLOCK) {
                    return Optional.of(refusal(match));
                } else if (consequence == Consequence.FLAG) {
                    hearing.flag(match.rule().id());
                }
            }
        }
        return Optional.empty();
    }

    /** What each check has to say of a text, also if it has nothing against it. */
    List<String> explain(Hearing hearing) {
        List<String> answers = new ArrayList<>();
        for (ContentCheck check : checks) {
            List<Match> matches = check.matches(hearing.text());
            if (matches.isEmpty()) {
                answers.add(check.passed(hearing.text()));
            }
            matches.forEach(match -> answers.add(
                    match.rule().id() + " " + consequence(match.rule(), hearing).word + ": " + match.detail()));
        }
        return answers;
    }

    private Consequence consequence(ContentTerms rule, Hearing hearing) {
        if (!rule.when().holds(hearing.message(), hearing.tier())) {
            return Consequence.NOTHING;
        }
        boolean enforced = rule.mode() == Mode.ENFORCE && policy.mode() == Mode.ENFORCE;
        return enforced && rule.severity().blocks() ? Consequence.BLOCK : Consequence.FLAG;
    }

    private Refusal refusal(Match match) {
        String id = match.rule().id();
        Refusal.Offence offence = new Refusal.Offence(
                id,
                Fingerprint.of(id),
                policy.content().strikes(),
                policy.penalties().window());
        return new Refusal(
                Reason.SPAM_CONTENT, Optional.of(id), match.detail(), OptionalLong.empty(), List.of(offence));
    }
}
