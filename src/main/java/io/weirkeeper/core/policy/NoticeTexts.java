package io.weirkeeper.core.policy;

import io.weirkeeper.core.verdict.Reason;
import java.util.Map;

/**
 * What may be answered to the sender of a blocked message.
 *
 * @param language used when there are no texts in the message's language
 * @param atMostOncePer milliseconds between two notices to one subject
 * @param texts the policy's own texts by language (lower-case tag) and reason; they come before the built-in ones
 */
public record NoticeTexts(String language, long atMostOncePer, Map<String, Map<Reason, String>> texts) {

    public static final String DEFAULT_LANGUAGE = "en";

    /** A minute, in milliseconds. */
    public static final long DEFAULT_AT_MOST_ONCE_PER = 60_000;

    public NoticeTexts {
        texts = Map.copyOf(texts);
    }
}
