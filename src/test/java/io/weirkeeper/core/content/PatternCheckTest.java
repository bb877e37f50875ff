package io.weirkeeper.core.content;

import static io.weirkeeper.core.content.Rules.pattern;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import io.weirkeeper.core.policy.PatternRule;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns on the visible text, and the literals by which most need not be run. */
class PatternCheckTest {
    private static final String SHORTENERS = "(?i)(bit\\.ly|tinyurl|goo\\.gl)";

    @ParameterizedTest
    @CsvSource({
        "see bit.ly/x, bit.ly",
        "see BIT.LY/x, BIT.LY",
        "b\u200Bit.ly/x, bit.ly",
        "ＴｉｎｙＵＲＬ, TinyURL",
    })
    void theDetailNamesTheRuleAndWhatWasFound(String text, String found) {
        PatternCheck check = new PatternCheck(List.of(pattern("shorteners", SHORTENERS)));

        assertThat(Rules.details(check, text)).containsExactly("matches shorteners: \"" + found + "\"");
    }

    @Test
    void aLongFindIsShortenedAndAnEmptyOneLeftOut() {
        PatternCheck check = new PatternCheck(List.of(pattern("smiles", "\\x{1F600}+"), pattern("empty", "$")));

        assertThat(Rules.details(check, "\uD83D\uDE00".repeat(50)))
                .containsExactly("matches smiles: \"" + "\uD83D\uDE00".repeat(40) + "...\"", "matches empty");
    }

    @Test
    void flagsAndGroupsOfOnePatternDoNotReachAnother() {
        PatternCheck check = new PatternCheck(List.of(
                pattern("quiet", "(?i)(?P<x>quiet)"),
                pattern("Loud", "(?P<x>Loud)"),
                pattern("quoted", "\\Qa|b"),
                pattern("lines", "(?m)^end$"),
                pattern("whole", "^end$")));

        assertThat(Rules.ids(check, "QUIET LOUD a\nend\nb")).containsExactly("quiet", "lines");
        assertThat(Rules.ids(check, "Loud a|b")).containsExactly("Loud", "quoted");
        assertThat(Rules.ids(check, "end")).containsExactly("lines", "whole");
    }

    @Test
    void flagsWithWhichAPatternWasCompiledHold() {
        PatternRule loud = pattern("x", "x");
        PatternCheck check = new PatternCheck(
                List.of(new PatternRule(loud.terms(), Pattern.compile("spam", Pattern.CASE_INSENSITIVE))));

        assertThat(Rules.ids(check, "SPAM")).containsExactly("x");
    }

    @Test
    void aGoodTextIsToldHowManyItPassed() {
        PatternCheck check = new PatternCheck(List.of(pattern("a", "spam"), pattern("b", "ham+")));

        assertThat(Rules.ids(check, "hello")).isEmpty();
        assertThat(Rules.passed(check, "hello")).isEqualTo("patterns: none of 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "(?i)(bit\\.ly|tinyurl|goo\\.gl) bit.ly,goo.gl,tinyurl",
                "viagra viagra",
                "(?i)V[i1]agra agra",
                "free+money money",
                "abc?def def",
                "ab*cd cd",
                "a{2}xyz xyz",
                "abc{0,3}x ab",
                "(abc)?xy xy",
                "(abc)+x abc",
                "\\bcasino\\b casino",
                "(?P<who>joe|jane) jane,joe",
                "(?i:SPAM) spam",
                "(foo|bar)(longer|longest) longer,longest",
                "https?://evil ://evil",
                "a\\+b a+b",
                "eñe_oh e_oh",
            })
    void aPatternNeedsOneOfItsLiterals(String regex, String literals) {
        assertThat(RequiredLiterals.of(regex))
                .hasValueSatisfying(found -> assertThat(found).containsExactlyInAnyOrder(literals.split(",")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a|bcd",
                ".*",
                "[a-z]+",
                "(abc|)",
                "(abc|x?)",
                "\\Qabc\\E",
                "[[:alpha:]]abc",
                "\\x41bc",
                "\\pNabc",
                "abc|"
            })
    void whatNeedsNoneOrIsTooHardToReadIsAlwaysRun(String regex) {
        assertThat(RequiredLiterals.of(regex)).isEmpty();
    }

    @RepeatedTest(50)
    void whatIsFoundIsWhatEachPatternFindsByItself(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<PatternRule> rules = IntStream.range(0, 20)
                .mapToObj(i -> pattern("p" + i, (random.nextBoolean() ? "(?i)" : "") + regex(random, 3)))
                .toList();
        PatternCheck check = new PatternCheck(rules);

        Stream.generate(() -> text(random))
                .limit(50)
                .forEach(text -> assertThat(Rules.ids(check, text))
                        .as("%s in %s", rules, text)
                        .isEqualTo(rules.stream()
                                .filter(rule -> rule.pattern().matcher(text).find())
                                .map(rule -> rule.terms().id())
                                .toList()));
    }

    private static String regex(Random random, int depth) {
        String[] atoms = {"ab", "B", "\\.", ".", "[ab]", "[^]a]", "\\w", "é", "c", "^", "$", "s", "k"};
        String[] counts = {"", "", "", "", "?", "*", "+", "{2}", "{0,1}", "+?", "{1,}"};
        StringBuilder regex = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            String atom = depth > 0 && random.nextInt(3) == 0
                    ? "(" + regex(random, depth - 1) + "|" + regex(random, depth - 1) + ")"
                    : atoms[random.nextInt(atoms.length)];
            regex.append(atom).append(counts[random.nextInt(counts.length)]);
        }
        return regex.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append("aAbBcCé.sSkK".charAt(random.nextInt(12)));
        }
        return text.toString();
    }
}
