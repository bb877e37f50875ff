package io.weirkeeper.policies;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One version of the policy as it was published.
 *
 * @param version counts up from 1
 * @param yaml the policy file, comments included
 * @param hash SHA-256 of yaml as UTF-8, in lower-case hexadecimal
 * @param author who published it; empty if not known
 * @param note what changed and why, for people; empty if not said
 * @param publishedAt epoch milliseconds
 */
public record Publication(long version, String yaml, String hash, String author, String note, long publishedAt) {

    public Publication {
        if (version < 1) {
            throw new IllegalArgumentException("version must be at least 1, not " + version);
        }
        if (!hash.equals(hashOf(yaml))) {
            throw new IllegalArgumentException("hash is not that of the yaml: " + hash);
        }
    }

    /** A draft as this version. */
    static Publication of(Draft draft, long version, long publishedAt) {
        return new Publication(version, draft.yaml(), hashOf(draft.yaml()), draft.author(), draft.note(), publishedAt);
    }

    /** SHA-256 of a policy file, in lower-case hexadecimal. */
    public static String hashOf(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
