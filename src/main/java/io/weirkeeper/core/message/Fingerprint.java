package io.weirkeeper.core.message;

/**
 * 64-bit fingerprints of text. They are kept in the state of a subject, so the function must never change: FNV-1a over
 * the UTF-16 units (Fowler, Noll, Vo; draft-eastlake-fnv), finished with the 64-bit mixer of MurmurHash3 (Appleby,
 * public domain). Two texts of one subject collide with a probability of 2^-64; who forges a collision only
 * hurts the own messages.
 */
public final class Fingerprint {
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Fingerprint() {}

    /** The fingerprint of one text. */
    public static long of(String text) {
        return of(BASIS, text);
    }

    /** The fingerprint of a sequence: what came before, and the next text. Where one text ends matters. */
    public static long of(long before, String text) {
        long hash = (before ^ text.length()) * PRIME;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** The fingerprint of a sequence in which the next text is missing: other than that of any text. */
    public static long ofMissing(long before) {
        return mix((before ^ -1L) * PRIME);
    }

    private static long mix(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
