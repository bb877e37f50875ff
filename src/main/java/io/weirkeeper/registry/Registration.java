package io.weirkeeper.registry;

/** How the id of a schema that we write is found. */
public enum Registration {
    /** Register it; a schema that is there already keeps its id. */
    AUTOMATIC,
    /** It must be there already, as any version of the subject. */
    EXISTING,
    /** The latest version of the subject, which must have the same binary: docs and defaults may differ. */
    LATEST
}
