package io.weirkeeper.core.content;

import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.CapitalsRule;
import java.util.List;

/**
 * A text of nothing but upper-case letters and white space, with at least one letter. Letters without case, digits, signs
 * and title-case letters are no capitals. Its length is that from the first letter to the last, in code points.
 */
public final class CapitalsCheck implements ContentCheck {
    private final CapitalsRule rule;

    public CapitalsCheck(CapitalsRule rule) {
        this.rule = rule;
    }

    @Override
    public List<Match> matches(Text text) {
        int capitals = capitals(text.visible());
        return capitals < rule.min()
                ? List.of()
                : List.of(new Match(rule.terms(), capitals + " capitals; fewer than " + rule.min() + " allowed"));
    }

    @Override
    public String passed(Text text) {
        int capitals = capitals(text.visible());
        return capitals == 0 ? "capitals: no" : "capitals " + capitals + " of " + rule.min();
    }

    /** The length of a text of capitals; 0 for any other. */
    private static int capitals(String text) {
        int length = 0;
        int spaces = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.getType(c) == Character.UPPERCASE_LETTER) {
                length += spaces + 1;
                spaces = 0;
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return 0;
            } else if (length > 0) {
                spaces++;
            }
        }
        return length;
    }
}
