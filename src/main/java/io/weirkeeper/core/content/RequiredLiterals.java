package io.weirkeeper.core.content;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a regular expression literals of which at least one is in every text that matches: "bit.ly" or "tinyurl" for
 * {@code (?i)(bit\.ly|tinyurl)}. To look for literals is a hundred times faster than to run the expression; the idea is
 * that of the prefilter of RE2 (FilteredRE2). Whatever this small reader does not know makes it give up, not guess.
 */
final class RequiredLiterals {
    private static final int SHORTEST = 2;
    private static final Pattern QUANTIFIER = Pattern.compile("(\\*|\\+|\\?|\\{([0-9]+)(?:,[0-9]*)?})\\??");
    private static final Pattern FLAGS = Pattern.compile("[imsU-]*([:)])");
    private static final Pattern GROUP_NAME = Pattern.compile("P?<[A-Za-z0-9_]+>");
    private static final String ONE_OF_MANY = "dDwWsSbBAz";

    private final String regex;
    private int i = 0;

    private static final class TooHard extends Exception {
        private static final long serialVersionUID = 1;
    }

    private RequiredLiterals(String regex) {
        this.regex = regex;
    }

    /**
     * The literals, in lower-case ASCII; to be looked for in a text in NFKC with its ASCII letters in lower case. Empty if
     * there are none or the expression is too hard to read.
     *
     * @param regex a valid expression of RE2
     */
    static Optional<Set<String>> of(String regex) {
        RequiredLiterals reader = new RequiredLiterals(regex);
        try {
            Set<String> literals = reader.alternatives();
            boolean all = reader.i == regex.length();
            return all && worth(literals) >= SHORTEST ? Optional.of(literals) : Optional.empty();
        } catch (TooHard e) {
            return Optional.empty();
        }
    }

    /** One of the literals of each; none if one of them has none. */
    private Set<String> alternatives() throws TooHard {
        Set<String> all = new TreeSet<>(sequence());
        boolean free = all.isEmpty();
        while (i < regex.length() && regex.charAt(i) == '|') {
            i++;
            Set<String> next = sequence();
            free |= next.isEmpty();
            all.addAll(next);
        }
        return free ? Set.of() : all;
    }

    /** The most telling of what comes one after the other. */
    private Set<String> sequence() throws TooHard {
        Set<Set<String>> found = new HashSet<>();
        StringBuilder run = new StringBuilder();
        while (i < regex.length() && regex.charAt(i) != '|' && regex.charAt(i) != ')') {
            Atom atom = atom();
            Optional<Integer> atLeast = quantifier();
            boolean needed = atLeast.orElse(1) > 0;
            if (needed && atom.literal()) {
                atom.texts().forEach(run::append);
            }
            if (!atom.literal() || atLeast.isPresent()) {
                found.add(literals(run));
                run.setLength(0);
            }
            if (needed && !atom.literal()) {
                found.add(atom.texts());
            }
        }
        found.add(literals(run));
        return found.stream()
                .max(Comparator.comparingInt(RequiredLiterals::worth))
                .orElse(Set.of());
    }

    /**
     * @param literal whether it is one character, of which a longer literal can be made
     */
    private record Atom(boolean literal, Set<String> texts) {
        static final Atom ANY = new Atom(false, Set.of());
    }

    private Atom atom() throws TooHard {
        char c = regex.charAt(i++);
        return switch (c) {
            case '(' -> group();
            case '[' -> oneOf();
            case '\\' -> escaped();
            case '.', '^', '$' -> Atom.ANY;
            case '*', '+', '?', '{', '}', ']' -> throw new TooHard();
            default -> c < 0x80 ? character(c) : Atom.ANY;
        };
    }

    private Atom escaped() throws TooHard {
        char c = regex.charAt(i++);
        if (ONE_OF_MANY.indexOf(c) >= 0) {
            return Atom.ANY;
        }
        if (c >= 0x80 || Character.isLetterOrDigit(c)) {
            throw new TooHard();
        }
        return character(c);
    }

    private Atom group() throws TooHard {
        if (regex.startsWith("?", i)) {
            i++;
            Matcher flags = FLAGS.matcher(regex).region(i, regex.length());
            Matcher name = GROUP_NAME.matcher(regex).region(i, regex.length());
            if (flags.lookingAt()) {
                i = flags.end();
                if (")".equals(flags.group(1))) {
                    return Atom.ANY;
                }
            } else if (name.lookingAt()) {
                i = name.end();
            } else {
                throw new TooHard();
            }
        }
        Set<String> texts = alternatives();
        i++;
        return new Atom(false, texts);
    }

    /** Any class: what it holds is not looked at. */
    private Atom oneOf() throws TooHard {
        i += regex.startsWith("^", i) ? 1 : 0;
        i += regex.startsWith("]", i) ? 1 : 0;
        while (regex.charAt(i) != ']') {
            if (regex.charAt(i) == '[' || regex.startsWith("\\Q", i)) {
                throw new TooHard();
            }
            i += regex.charAt(i) == '\\' ? 2 : 1;
        }
        i++;
        return Atom.ANY;
    }

    /** How often the atom before is there at least, if that is said. */
    private Optional<Integer> quantifier() throws TooHard {
        Matcher matcher = QUANTIFIER.matcher(regex).region(i, regex.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        i = matcher.end();
        if (QUANTIFIER.matcher(regex).region(i, regex.length()).lookingAt()) {
            throw new TooHard();
        }
        return Optional.of(
                switch (regex.charAt(matcher.start())) {
                    case '+' -> 1;
                    case '{' -> "0".repeat(matcher.group(2).length()).equals(matcher.group(2)) ? 0 : 1;
                    default -> 0;
                });
    }

    private static Atom character(char c) {
        return new Atom(true, Set.of(String.valueOf(c).toLowerCase(Locale.ROOT)));
    }

    private static Set<String> literals(CharSequence run) {
        return run.isEmpty() ? Set.of() : Set.of(run.toString());
    }

    /** The length of the shortest: the longer, the rarer. */
    private static int worth(Collection<String> literals) {
        return literals.stream().mapToInt(String::length).min().orElse(0);
    }
}
