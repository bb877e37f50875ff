package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.DurationText;
import io.weirkeeper.core.message.ComparableText;
import io.weirkeeper.core.message.Fingerprint;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.MessageField;
import io.weirkeeper.core.policy.DuplicateRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.verdict.Reason;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Stops a text that came before. The window starts at the last time at which the text was no duplicate: somebody who says
 * the same again and again is heard once a window.
 */
final class DuplicateCheck implements Check {
    private static final long KEY = Fingerprint.of(DuplicateRule.ID);

    private final DuplicateRule rule;
    private final Mode mode;
    private final long episode;
    private final List<MessageField> subKeys;

    DuplicateCheck(DuplicateRule rule, Policy policy) {
        this.rule = rule;
        this.mode = policy.mode() == Mode.SHADOW ? Mode.SHADOW : rule.mode();
        this.episode = policy.penalties().window();
        this.subKeys = SubKey.fields(rule.per(), Optional.of(policy.keyedBy()));
    }

    @Override
    public Optional<Refusal> ask(Hearing hearing) {
        if (!rule.when().holds(hearing.message(), hearing.tier())) {
            return Optional.empty();
        }
        String text = hearing.text().comparable();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long fingerprint = fingerprint(text, hearing.message());
        if (!hearing.before().texts().has(fingerprint, hearing.at(), rule.window())) {
            hearing.offerText(fingerprint, rule.window());
            return Optional.empty();
        }
        if (mode == Mode.SHADOW) {
            hearing.flag(DuplicateRule.ID);
            return Optional.empty();
        }
        return Optional.of(new Refusal(
                Reason.DUPLICATE,
                Optional.of(DuplicateRule.ID),
                "the same text came less than " + DurationText.of(rule.window()) + " ago",
                OptionalLong.empty(),
                List.of(new Refusal.Offence(DuplicateRule.ID, KEY, rule.strikes(), episode))));
    }

    /** Under which the text of a message is remembered. */
    long fingerprint(Message message) {
        return fingerprint(ComparableText.of(message.body()), message);
    }

    private long fingerprint(String text, Message message) {
        return Fingerprint.of(SubKey.of(KEY, subKeys, message), text);
    }
}
