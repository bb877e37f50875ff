package io.weirkeeper.core.message;

import java.util.Optional;

/**
 * The text of one message in the forms in which it is judged, each made when it is asked for first. Belongs to one
 * decision: not safe for use by several threads.
 */
public final class Text {
    private final String body;
    private Optional<String> comparable = Optional.empty();
    private Optional<String> folded = Optional.empty();
    private Optional<String> visible = Optional.empty();

    public Text(String body) {
        this.body = body;
    }

    /** As it came. */
    public String body() {
        return body;
    }

    /** In the form in which texts are compared, see {@link ComparableText}. */
    public String comparable() {
        if (comparable.isEmpty()) {
            comparable = Optional.of(
                    VisibleText.isAscii(body) ? ComparableText.of(body) : ComparableText.ofVisible(visible()));
        }
        return comparable.get();
    }

    /** Comparable, and letters that look like Latin ones are those, see {@link Confusables}. */
    public String folded() {
        if (folded.isEmpty()) {
            folded = Optional.of(
                    VisibleText.isAscii(body) ? comparable() : ComparableText.of(Confusables.fold(visible())));
        }
        return folded.get();
    }

    /** Unicode NFKC without zero-width characters; case and white space are kept. */
    public String visible() {
        if (visible.isEmpty()) {
            visible = Optional.of(VisibleText.of(body));
        }
        return visible.get();
    }
}
