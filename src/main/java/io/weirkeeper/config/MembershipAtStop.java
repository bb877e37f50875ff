package io.weirkeeper.config;

/** What becomes of a gate's membership in its consumer group when it is stopped in good order. */
public enum MembershipAtStop {
    /** It ends: the gates that stay take over at once what this one judged. */
    LEAVE,
    /**
     * It goes on until the session has run out: what this one judged waits for it, and nothing moves if it is back before. Only for a
     * member by a name of its own ({@code group.instance.id}); another could not come back as the same one.
     */
    KEEP
}
