package io.weirkeeper.policies;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic of policies in the order of the log. Of each version the first record counts. One that comes when a later version is
 * there already counts for nothing: its author had not seen that.
 */
final class PolicySequence {
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_PROBLEM = 200;

    private long latest;

    /** What a record of the topic turned out to be. */
    sealed interface Entry {
        /** The next version, and the key under which it was published. */
        record Next(Publication publication, String key) implements Entry {}

        /** The next version, and it cannot be read. */
        record Unreadable(Refusal refusal) implements Entry {}

        /** Nothing that counts: too late, taken back, or under a key that is none. */
        record Nothing() implements Entry {}
    }

    /**
     * @param latest the version after which to read on; 0 from the beginning
     */
    PolicySequence(long latest) {
        this.latest = latest;
    }

    /** The latest version that has been read, readable or not. */
    long latest() {
        return latest;
    }

    Entry next(@Nullable String key, byte @Nullable [] value) {
        Optional<PolicyKey> parsed = Optional.ofNullable(key).flatMap(PolicyKey::parse);
        if (parsed.isEmpty() || value == null || parsed.get().version() <= latest) {
            return new Entry.Nothing();
        }
        latest = parsed.get().version();
        try {
            Publication publication = PublicationCodec.decode(value);
            if (publication.version() != latest) {
                return unreadable("the record says that it is version " + publication.version());
            }
            return new Entry.Next(publication, parsed.get().toString());
        } catch (UnreadablePublicationException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    /** Whoever wrote the record may have chosen parts of the text, which goes to a log. */
    private Entry unreadable(String problem) {
        String oneLine = CONTROL.matcher(problem).replaceAll(" ");
        return new Entry.Unreadable(new Refusal(
                latest, List.of(oneLine.length() > LONGEST_PROBLEM ? oneLine.substring(0, LONGEST_PROBLEM) : oneLine)));
    }
}
