package io.weirkeeper.core.gate;

import io.weirkeeper.core.limit.Counter;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.Policy;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Tier;
import io.weirkeeper.core.verdict.Effect;
import io.weirkeeper.core.verdict.NearLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/** What is known of one message while the checks are asked, one after the other. Lives for one decision. */
final class Hearing {
    private static final Counters.Entry[] NOTHING_COUNTED = {};
    private static final int MOST_LIMITS_USUALLY = 3;

    private final Policy policy;
    private final Message message;
    private final Text text;
    private final String subject;
    private final Moment moment;
    private final Activity activity;
    private final Standing standing;
    private final Tier tier;
    private final int mostBytes;

    private Remembered ids;
    /** Those of sub-keys first, as they are kept; room for all limits of the gate. */
    private Counters.Entry[] counted = NOTHING_COUNTED;

    private int countedSize;

    private Remembered withText;
    private List<String> flags = List.of();
    private boolean pacesPresent;
    private List<Long> remembered = List.of();
    private LongPredicate keyOfSubject = key -> false;
    private List<Effect> nearLimits = List.of();

    /** Of a message that has just come. */
    Hearing(Policy policy, Message message, String subject, Moment moment, Activity activity, Standing standing) {
        this(policy, message, subject, moment, activity, standing, Optional.empty());
    }

    /** Of a message whose tier was told at the gate before: at a wider gate. */
    Hearing(
            Policy policy,
            Message message,
            String subject,
            Moment moment,
            Activity activity,
            Standing standing,
            Optional<Tier> tier) {
        this.policy = policy;
        this.message = message;
        this.text = new Text(message.body());
        this.subject = subject;
        this.moment = moment;
        this.activity = activity;
        this.standing = standing.isEmpty() ? standing : standing.at(at());
        this.mostBytes = tier.isPresent() ? Activity.MOST_BYTES_OF_WIDER_GATES : Activity.MOST_BYTES;
        this.tier = tier.isPresent() ? tier.get() : tier(policy, subject);
        this.ids = activity.ids();
        this.withText = activity.texts();
    }

    /** The message with its command, if one could be read. */
    Message message() {
        return message;
    }

    /** Its text, in the forms in which it is judged. */
    Text text() {
        return text;
    }

    String subject() {
        return subject;
    }

    /** When it is judged, epoch milliseconds; not before the subject's latest message. */
    long at() {
        return Math.max(moment.time(), activity.time());
    }

    /** The present in which what protects something downstream is paced, epoch milliseconds; not before {@link #at}. */
    long present() {
        return Math.max(moment.present(), at());
    }

    /** From now on the decision is one of the present. */
    void pacePresent() {
        pacesPresent = true;
    }

    /** What is said to be the time of the decision. */
    long decidedAt() {
        return pacesPresent ? present() : at();
    }

    /** How old the message was when it came, in milliseconds. */
    long age() {
        return moment.present() - moment.time();
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
        ids = ids.with(fingerprint, at(), Activity.ID_WINDOW, Activity.MOST_IDS);
    }

    /** The text will be remembered if no limit refuses the message. */
    void offerText(long fingerprint, long window) {
        withText = activity.texts().with(fingerprint, at(), window, Activity.MOST_TEXTS);
    }

    /** Texts that were remembered when a message came that has waited; forgotten if a limit refuses it now. */
    void waitedWith(List<Long> fingerprints) {
        remembered = fingerprints;
    }

    /** What is counted under a key, with what this message has added so far, or what there is without anything. */
    Counter counter(long key, Counter otherwise) {
        int i = Counters.indexOf(key, counted, countedSize);
        return i < 0 ? activity.counters().get(key, otherwise) : counted[i].counter();
    }

    /** Which keys of counters are those of limits by nothing but the subject; to be said before anything is counted. */
    void keysOfSubject(LongPredicate keys) {
        keyOfSubject = keys;
    }

    /** Keeps a counter that this message changed. */
    void count(Counters.Entry entry) {
        if (countedSize == counted.length) {
            counted = Arrays.copyOf(counted, countedSize + MOST_LIMITS_USUALLY);
        }
        int to = keyOfSubject.test(entry.key()) ? countedSize : 0;
        System.arraycopy(counted, to, counted, to + 1, countedSize - to);
        counted[to] = entry;
        countedSize++;
    }

    private Counters counters() {
        if (countedSize == 0) {
            return activity.counters();
        }
        Counters.Entry[] all = countedSize == counted.length ? counted : Arrays.copyOf(counted, countedSize);
        return activity.counters().with(all, at(), keyOfSubject);
    }

    /** This message, if it is let on, leaves hardly any room in a limit. */
    void near(NearLimit limit) {
        nearLimits = nearLimits.isEmpty() ? new ArrayList<>(2) : nearLimits;
        nearLimits.add(limit);
    }

    /** What happens when the message is let on. */
    List<Effect> lettingOn(Effect onward) {
        if (nearLimits.isEmpty()) {
            return List.of(onward);
        }
        List<Effect> all = new ArrayList<>(1 + nearLimits.size());
        all.add(onward);
        all.addAll(nearLimits);
        return all;
    }

    /** The subject's activity after this message. */
    Activity after(boolean remembersText, OptionalLong noticeAt) {
        return new Activity(at(), counters(), remembersText ? withText : withoutWaited(), ids, noticeAt)
                .within(mostBytes);
    }

    private Remembered withoutWaited() {
        Remembered texts = activity.texts();
        for (long fingerprint : remembered) {
            texts = texts.without(fingerprint);
        }
        return texts;
    }
}
