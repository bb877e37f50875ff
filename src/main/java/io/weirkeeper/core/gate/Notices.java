package io.weirkeeper.core.gate;

import io.weirkeeper.core.policy.NoticeTexts;
import io.weirkeeper.core.verdict.Reason;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the text that may be answered to the sender of a blocked message. */
record Notices(NoticeTexts own) {
    private static final long SECOND = 1_000;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    /** The longest tag that RFC 5646 asks programs to take. */
    private static final int LONGEST_TAG = 35;

    /** How long to wait after a notice before the next, in milliseconds. */
    long pause() {
        return own.atMostOncePer();
    }

    /** Whether the subject may be given one now, after the last one. */
    boolean isDue(OptionalLong last, long at) {
        return last.isEmpty() || at >= last.getAsLong() + own.atMostOncePer();
    }

    /**
     * The text in the message's language, or else in the policy's.
     *
     * @param retryAt epoch milliseconds; a text that names a time is of no use without it
     */
    Optional<String> text(Refusal refusal, Optional<String> language, long at, OptionalLong retryAt) {
        String wanted = language.filter(tag -> tag.length() <= LONGEST_TAG)
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .flatMap(this::spoken)
                .orElse(own.language());
        return template(wanted, refusal.reason(), retryAt.isPresent())
                .or(() -> template(own.language(), refusal.reason(), retryAt.isPresent()))
                .map(template -> filled(template, refusal.rule(), at, retryAt));
    }

    /** The language itself if there are texts in it, or else what it is a variety of: {@code es} for {@code es-mx}. */
    private Optional<String> spoken(String tag) {
        return Optional.of(tag)
                .filter(this::speaks)
                .or(() -> Optional.of(primary(tag)).filter(this::speaks));
    }

    private boolean speaks(String language) {
        return own.texts().containsKey(language) || BuiltInTexts.speaks(language);
    }

    private Optional<String> template(String language, Reason reason, boolean withTime) {
        return Optional.ofNullable(own.texts().getOrDefault(language, Map.of()).get(reason))
                .filter(text -> withTime || !namesTime(text))
                .or(() -> BuiltInTexts.text(language, reason, withTime));
    }

    private static boolean namesTime(String text) {
        return text.contains("{retryIn}") || text.contains("{retryAt}");
    }

    private static String filled(String template, Optional<String> rule, long at, OptionalLong retryAt) {
        String text = template.replace("{rule}", rule.orElse(""));
        return retryAt.isEmpty()
                ? text
                : text.replace("{retryIn}", span(retryAt.getAsLong() - at))
                        .replace(
                                "{retryAt}",
                                Instant.ofEpochMilli(retryAt.getAsLong()).toString());
    }

    /** Rounded up to two digits or so: nobody waits for milliseconds. The units read alike in many languages. */
    private static String span(long millis) {
        if (millis <= MINUTE) {
            return roundedUp(millis, SECOND) + " s";
        } else if (millis <= 2 * HOUR) {
            return roundedUp(millis, MINUTE) + " min";
        }
        return millis <= 2 * DAY ? roundedUp(millis, HOUR) + " h" : roundedUp(millis, DAY) + " d";
    }

    private static long roundedUp(long millis, long unit) {
        return (millis + unit - 1) / unit;
    }

    private static String primary(String tag) {
        int end = tag.indexOf('-') < 0 ? tag.length() : tag.indexOf('-');
        return tag.substring(0, end);
    }
}
