package io.weirkeeper.core.message;

import org.jspecify.annotations.Nullable;

/**
 * The text of one message in the forms in which it is judged, each made when it is asked for first. Belongs to one
 * decision: not safe for use by several threads.
 */
public final class Text {
    private final String body;
    // Fields that may be null, because this is made for every message, and an Optional would be one more object each.
    private @Nullable String comparable;
    private @Nullable String folded;
    private @Nullable String visible;

    public Text(String body) {
        this.body = body;
    }

    /** As it came. */
    public String body() {
        return body;
    }

    /** In the form in which texts are compared, see {@link ComparableText}. */
    public String comparable() {
        if (comparable == null) {
            comparable = VisibleText.isAscii(body) ? ComparableText.of(body) : ComparableText.ofVisible(visible());
        }
        return comparable;
    }

    /** Comparable, and letters that look like Latin ones are those, see {@link Confusables}. */
    public String folded() {
        if (folded == null) {
            folded = VisibleText.isAscii(body) ? comparable() : ComparableText.of(Confusables.fold(visible()));
        }
        return folded;
    }

    /** Unicode NFKC without zero-width characters; case and white space are kept. */
    public String visible() {
        if (visible == null) {
            visible = VisibleText.of(body);
        }
        return visible;
    }
}
