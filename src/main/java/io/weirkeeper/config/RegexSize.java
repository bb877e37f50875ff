package io.weirkeeper.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a regular expression is with its repetitions written out. RE2/J writes them out without a bound of its own:
 * {@code ((a{1000}){1000}){1000}} fills any memory, and very deep groups overflow its stack.
 *
 * @param length characters, classes and groups, at least the length of the text; a double, because it may be astronomical
 * @param depth how many groups lie in each other at most
 */
record RegexSize(double length, int depth) {
    private static final int LONGEST = 100_000;
    private static final int DEEPEST = 250;
    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]+)(?:,([0-9]*))?}");

    boolean isTooLarge() {
        return length > LONGEST || depth > DEEPEST;
    }

    /** An estimate that is not too low, for any text. */
    static RegexSize of(String regex) {
        Deque<Double> outer = new ArrayDeque<>();
        Matcher repetition = REPETITION.matcher(regex);
        int depth = 0;
        double before = 0;
        double last = 0;
        for (int i = 0; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == '(') {
                outer.push(before + last);
                depth = Math.max(depth, outer.size());
                before = 0;
                last = 0;
            } else if (c == ')' && !outer.isEmpty()) {
                last = before + last + 1;
                before = outer.pop();
            } else if (c == '{' && repetition.region(i, regex.length()).lookingAt()) {
                last *= Math.max(1, Math.max(count(repetition, 1), count(repetition, 2)));
                i = repetition.end() - 1;
            } else {
                before += last;
                last = 1;
                i = c == '[' ? endOfClass(regex, i) : c == '\\' ? i + 1 : i;
            }
        }
        return new RegexSize(Math.max(before + last, regex.length()), depth);
    }

    /** Where the bracket closes; a closing bracket that comes first is one of the characters. */
    private static int endOfClass(String regex, int start) {
        int i = start + 1;
        i += regex.startsWith("^", i) ? 1 : 0;
        i += regex.startsWith("]", i) ? 1 : 0;
        while (i < regex.length() && regex.charAt(i) != ']') {
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }

    private static double count(Matcher repetition, int group) {
        String digits = repetition.group(group);
        return digits == null || digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }
}
