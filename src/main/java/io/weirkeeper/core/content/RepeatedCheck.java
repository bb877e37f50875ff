package io.weirkeeper.core.content;

import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.RepeatedRule;
import java.util.List;
import java.util.Locale;

/** One character too often in a row, compared without case; any white space is one space. */
public final class RepeatedCheck implements ContentCheck {
    private final RepeatedRule rule;

    public RepeatedCheck(RepeatedRule rule) {
        this.rule = rule;
    }

    @Override
    public List<Match> matches(Text text) {
        Run run = longest(text.comparable());
        return run.length() <= rule.max()
                ? List.of()
                : List.of(new Match(
                        rule.terms(),
                        run.shown() + " " + run.length() + " times in a row; " + rule.max() + " allowed"));
    }

    @Override
    public String passed(Text text) {
        return "repeated " + longest(text.comparable()).length() + " of " + rule.max();
    }

    /** The first of the longest runs of one code point. */
    private static Run longest(String text) {
        Run longest = new Run(' ', 0);
        int last = -1;
        int length = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            length = c == last ? length + 1 : 1;
            last = c;
            if (length > longest.length()) {
                longest = new Run(c, length);
            }
        }
        return longest;
    }

    private record Run(int codePoint, int length) {

        /** What shows nothing by itself is named by its number. */
        String shown() {
            return switch (Character.getType(codePoint)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE,
                        Character.UNASSIGNED,
                        Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.COMBINING_SPACING_MARK -> String.format(Locale.ROOT, "U+%04X", codePoint);
                default -> "\"" + Character.toString(codePoint) + "\"";
            };
        }
    }
}
