package io.weirkeeper.policies;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The key of a publication on the topic: no two share one, so that compaction keeps them all, and the first of each version stays the
 * first.
 *
 * @param hash the first eight digits of the content's hash, for people
 * @param nonce tells apart those who publish the same content as the same version at the same moment
 */
record PolicyKey(long version, String hash, String nonce) {
    private static final int HASH_DIGITS = 8;
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{10,18})-([0-9a-f]{8})-([0-9a-f]{8})");

    static PolicyKey of(Publication publication, String nonce) {
        return new PolicyKey(publication.version(), publication.hash().substring(0, HASH_DIGITS), nonce);
    }

    /** The key in this text, if it is one. */
    static Optional<PolicyKey> parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        return matcher.matches()
                ? Optional.of(new PolicyKey(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3)))
                        .filter(key -> key.version() > 0)
                : Optional.empty();
    }

    /** With leading zeros, so that sorted keys are in order. */
    @Override
    public String toString() {
        return "%010d-%s-%s".formatted(version, hash, nonce);
    }
}
