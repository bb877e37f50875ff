package io.weirkeeper.lists;

import io.weirkeeper.core.standing.OperatorList;
import io.weirkeeper.streams.BlockedAddresses;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lists that operators keep. */
public enum ListKind {
    BLOCKED("sender", "blocked", "unblocked"),
    TRUSTED("sender", "trusted", "untrusted"),
    REGISTERED("sender", "registered", "unregistered"),
    ADDRESSES("address", "blocked", "unblocked");

    private final String key;
    private final String entered;
    private final String left;

    ListKind(String key, String entered, String left) {
        this.key = key;
        this.entered = entered;
        this.left = left;
    }

    /** The column that names who is on the list. */
    public String key() {
        return key;
    }

    /** What is so of those who have come on the list. */
    public String entered() {
        return entered;
    }

    /** What is so of those who have been taken off. */
    public String left() {
        return left;
    }

    /** The list of senders that it is; empty for that of addresses. */
    public Optional<OperatorList> ofSenders() {
        return this == ADDRESSES ? Optional.empty() : Optional.of(OperatorList.valueOf(name()));
    }

    boolean takes(String name) {
        return this == ADDRESSES ? BlockedAddresses.isAddress(name) : !name.isEmpty();
    }

    Set<Column> columns() {
        return this == ADDRESSES ? EnumSet.complementOf(EnumSet.of(Column.UNTIL)) : EnumSet.allOf(Column.class);
    }

    /** So many of them, for people: 1 sender, 50,000 addresses. */
    public String counted(long count) {
        return String.format(
                Locale.ROOT, "%,d %s", count, count == 1 ? key : this == ADDRESSES ? "addresses" : "senders");
    }
}
