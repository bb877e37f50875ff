package io.weirkeeper.core.classify;

import io.weirkeeper.core.message.Text;

/** A trained classifier of texts: it tells spam from good messages. Immutable, and safe for use by several threads. */
public interface Model {

    /** How sure it is that a text is spam, 0 to 1. */
    double score(Text text);

    /** The score from which on its training advises to take a text for spam, above 0 and at most 1. */
    double threshold();
}
