package io.weirkeeper.events.wire;

/** What became of bytes that were read: a value, or the defect that they have. */
public sealed interface Decoded<T> {

    /** The bytes were good. */
    record Valid<T>(T value) implements Decoded<T> {}

    /**
     * The bytes cannot be used.
     *
     * @param detail what is wrong, for people; holds nothing of the content
     */
    record Invalid<T>(Defect defect, String detail) implements Decoded<T> {}
}
