package io.weirkeeper.core.gate;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** What is known of one message while the checks are asked, one after the other. Lives for one decision. */
final class Hearing {
    private final Policy policy;
    private final Message message;
    private final String subject;
    private final long at;
    private final long age;
    private final Activity activity;
    private final Standing standing;
    private final Tier tier;

    private Remembered ids;
    private Counters counters;
    private OptionalLong text = OptionalLong.empty();
    private List<String> flags = List.of();

    Hearing(Policy policy, Message message, String subject, Moment moment, Activity activity, Standing standing) {
        this.policy = policy;
        this.message = message;
        this.subject = subject;
        this.at = Math.max(moment.time(), activity.time());
        this.age = moment.present() - moment.time();
        this.activity = activity;
        this.standing = standing.isEmpty() ? standing : standing.at(at);
        this.tier = tier(policy, subject);
        this.ids = activity.ids();
        this.counters = activity.counters();
    }

    /** The message with its command, if one could be read. */
    Message message() {
        return message;
    }

    String subject() {
        return subject;
    }

    /** When it is judged, epoch milliseconds; not before the subject's latest message. */
    long at() {
        return at;
    }

    /** How old the message was when it came, in milliseconds. */
    long age() {
        return age;
    }

    Activity before() {
        return activity;
    }

    /** What still holds of the subject's standing at that time. */
    Standing standing() {
        return standing;
    }

    Tier tier() {
        return tier;
    }

    private Tier tier(Policy policy, String subject) {
        if (standing.trust().isPresent() || policy.trustedSenders().contains(subject)) {
            return Tier.TRUSTED;
        }
        return standing.registration().isPresent() ? Tier.REGISTERED : Tier.NORMAL;
    }

    /** Stops the message in the name of a part of the policy, or only flags it while the whole policy is in shadow. */
    Optional<Refusal> enforce(String part, Refusal refusal) {
        if (policy.mode() == Mode.SHADOW) {
            flag(part);
            return Optional.empty();
        }
        return Optional.of(refusal);
    }

    void flag(String rule) {
        if (!flags.contains(rule)) {
            flags = new ArrayList<>(flags);
            flags.add(rule);
        }
    }

    List<String> flags() {
        return flags;
    }

    void rememberId(long fingerprint) {
        ids = ids.with(fingerprint, at, Activity.ID_WINDOW, Activity.MOST_IDS);
    }

    /** The text will be remembered if no limit refuses the message. */
    void offerText(long fingerprint) {
        text = OptionalLong.of(fingerprint);
    }

    void count(List<Counters.Entry> counted, LongPredicate ofSubject) {
        counters = counters.with(counted, at, ofSubject);
    }

    /** The subject's activity after this message. */
    Activity after(boolean remembersText, OptionalLong noticeAt) {
        Remembered texts = remembersText
                        && text.isPresent()
                        && policy.duplicates().isPresent()
                ? activity.texts()
                        .with(text.getAsLong(), at, policy.duplicates().get().window(), Activity.MOST_TEXTS)
                : activity.texts();
        return new Activity(at, counters, texts, ids, noticeAt);
    }
}
