package io.weirkeeper.core.content;

import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.KeywordRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Words and phrases that must not be in a text, all in one pass over its folded form. */
public final class KeywordCheck implements ContentCheck {
    private final List<KeywordRule> rules;
    private final List<Phrase> phrases = new ArrayList<>();
    private final PhraseFinder finder;

    private record Phrase(String text, List<Integer> rules) {}

    /**
     * @throws IllegalArgumentException if nothing visible is left of a keyword
     */
    public KeywordCheck(List<KeywordRule> rules) {
        this.rules = List.copyOf(rules);
        SortedMap<String, List<Integer>> byPhrase = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            for (String form : visibleForms(rules.get(i))) {
                byPhrase.computeIfAbsent(form, f -> new ArrayList<>(1)).add(i);
            }
        }
        byPhrase.forEach((text, its) -> phrases.add(new Phrase(text, List.copyOf(its))));
        finder = new PhraseFinder(List.copyOf(byPhrase.keySet()));
    }

    @Override
    public List<Match> matches(Text text) {
        String folded = text.folded();
        BitSet hit = new BitSet(0);
        finder.find(folded, (phrase, end) -> mark(phrases.get(phrase), folded, end, hit));
        return hit.stream().mapToObj(i -> match(rules.get(i))).toList();
    }

    @Override
    public String passed(Text text) {
        return "keywords: none of " + rules.size();
    }

    private void mark(Phrase phrase, String folded, int end, BitSet hit) {
        for (int rule : phrase.rules()) {
            if (!hit.get(rule)
                    && (rules.get(rule).anywhere()
                            || WordBoundary.around(folded, end - phrase.text().length(), end))) {
                hit.set(rule);
            }
        }
    }

    private static Match match(KeywordRule rule) {
        return new Match(rule.terms(), "contains \"" + rule.text() + "\"");
    }

    /**
     * The forms in which a keyword is sought: letters of two cases may look like two different Latin ones.
     *
     * @param keyword as it was written
     */
    public static Set<String> forms(String keyword) {
        Set<String> forms = new TreeSet<>();
        forms.add(folded(keyword));
        if (keyword.chars().anyMatch(c -> c >= 0x80)) {
            forms.add(folded(keyword.toUpperCase(Locale.ROOT)));
            forms.add(folded(keyword.toLowerCase(Locale.ROOT)));
            forms.add(folded(capitalised(keyword)));
        }
        return forms;
    }

    private static Set<String> visibleForms(KeywordRule rule) {
        Set<String> forms = forms(rule.text());
        if (forms.contains("")) {
            throw new IllegalArgumentException(
                    "nothing visible in keyword " + rule.terms().id() + ": " + rule.text());
        }
        return forms;
    }

    private static String capitalised(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean start = true;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(start ? Character.toTitleCase(c) : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return out.toString();
    }

    private static String folded(String text) {
        return new Text(text).folded();
    }
}
