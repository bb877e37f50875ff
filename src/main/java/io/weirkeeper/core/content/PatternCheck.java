package io.weirkeeper.core.content;

import com.google.re2j.Matcher;
import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.PatternRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Regular expressions that must not be found in the visible text. One pass looks for the literals that they need
 * ({@link RequiredLiterals}); only expressions of which one is there, and those that need none, are run. One large union
 * of all expressions would be one pass too, but RE2/J takes as long for it as for all of them one by one.
 */
public final class PatternCheck implements ContentCheck {
    private static final int LONGEST_SHOWN = 40;

    private final List<PatternRule> rules;
    private final BitSet withoutLiterals = new BitSet();
    private final List<BitSet> byLiteral = new ArrayList<>();
    private final PhraseFinder literals;

    public PatternCheck(List<PatternRule> rules) {
        this.rules = List.copyOf(rules);
        SortedMap<String, BitSet> needing = new TreeMap<>();
        for (int i = 0; i < rules.size(); i++) {
            int rule = i;
            RequiredLiterals.of(rules.get(i).pattern().pattern())
                    .ifPresentOrElse(
                            needed -> needed.forEach(literal -> needing.computeIfAbsent(literal, l -> new BitSet())
                                    .set(rule)),
                            () -> withoutLiterals.set(rule));
        }
        byLiteral.addAll(needing.values());
        literals = new PhraseFinder(List.copyOf(needing.keySet()));
    }

    @Override
    public List<Match> matches(Text text) {
        BitSet asked = (BitSet) withoutLiterals.clone();
        if (!byLiteral.isEmpty()) {
            BitSet seen = new BitSet();
            literals.find(lower(text.visible()), (literal, end) -> seen.set(literal));
            seen.stream().forEach(literal -> asked.or(byLiteral.get(literal)));
        }
        List<Match> matches = new ArrayList<>();
        asked.stream().forEach(rule -> find(rules.get(rule), text.visible(), matches));
        return List.copyOf(matches);
    }

    @Override
    public String passed(Text text) {
        return "patterns: none of " + rules.size();
    }

    private static void find(PatternRule rule, String text, List<Match> matches) {
        Matcher matcher = rule.pattern().matcher(text);
        if (matcher.find()) {
            String found = text.substring(matcher.start(), matcher.end());
            String detail = "matches " + rule.terms().id();
            matches.add(new Match(
                    rule.terms(),
                    found.isEmpty() ? detail : detail + ": \"" + Shown.shortened(found, LONGEST_SHOWN) + "\""));
        }
    }

    private static String lower(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] >= 'A' && lower[i] <= 'Z') {
                lower[i] = Character.toLowerCase(lower[i]);
            }
        }
        return new String(lower);
    }
}
