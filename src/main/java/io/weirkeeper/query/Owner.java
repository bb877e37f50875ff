package io.weirkeeper.query;

/** Who judges the messages under a key now, and so knows what is known under it. */
public sealed interface Owner {

    /** This instance, in the task of this partition. */
    record Here(int partition) implements Owner {}

    /** Another one. */
    record There(Instance instance) implements Owner {}
}
