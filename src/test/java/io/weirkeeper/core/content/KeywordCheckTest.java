package io.weirkeeper.core.content;

import static io.weirkeeper.core.content.Rules.anywhere;
import static io.weirkeeper.core.content.Rules.keyword;
import static io.weirkeeper.core.content.Rules.keywords;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weirkeeper.core.message.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keywords: whole words and phrases, however they are disguised. */
class KeywordCheckTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "free money, Get FREE   money!",
                "free money, free money",
                "free money, (free money)",
                "free money, free\tmoney\u00A0now",
                "free money, FR\u0415\u0415 m\u043En\u0435\u0443",
                "free money, fr\u200Bee mo\u00ADney",
                "free money, ｆｒｅｅ　ｍｏｎｅｙ",
                "free money, f\u0336r\u0336e\u0336e\u0336 money",
                "free money, \u0493\u0280\u1D07\u1D07 \u1D0D\u1D0F\u0274\u1D07\u028F",
                "free, don't be free's",
                "free, free_money",
                "free, #free",
                "free, \uD83D\uDC49free\uD83D\uDC48",
                "$$$, a$$$b",
                "$$$, $$$$$",
                "$5, for $5",
                "c++, I like c++11",
                "бесплатно, БЕСПЛАТНО!",
                "ставка, Ставка",
                "νίκη, ΝΊΚΗ",
                "νίκη, Νίκη",
                "ΝΊΚΗ, νίκη",
                "οδός, ΟΔΌΣ",
                "ganhe, GANHE JÁ",
                "免费, 现在免费领取",
                "ฟรี, แจกฟรีวันนี้",
                "casino, visit CAS\u0130NO",
                "free, \uD800free\uDC00",
                "free, \u202Efree\u202C",
            })
    void aKeywordIsFound(String keyword, String text) {
        assertThat(Rules.ids(keywords(keyword), text)).containsExactly(keyword);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "free money, carefree money",
                "free money, free moneybags",
                "free money, free, money",
                "free money, freemoney",
                "free, free2play",
                "free, frée",
                "ano, año nuevo",
                "$5, for $50",
                "c++, abc++",
                "कम, कमाल",
                "free, fr33",
                "бот, робота",
                "\uD801\uDC28, \uD801\uDC28\uD801\uDC29",
            })
    void partsOfWordsAndOtherWordsAreNot(String keyword, String text) {
        assertThat(Rules.ids(keywords(keyword), text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"free, carefree", "ree m, free money", "कम, कमाल"})
    void anywhereMeansAlsoWithinWords(String keyword, String text) {
        assertThat(Rules.ids(new KeywordCheck(List.of(anywhere(keyword))), text))
                .containsExactly(keyword);
    }

    @Test
    void rulesAreNamedOnceAndInTheOrderOfThePolicy() {
        KeywordCheck check = keywords("money", "free", "free money", "lottery", "FREE");

        assertThat(Rules.ids(check, "free free money, Free money"))
                .containsExactly("money", "free", "free money", "FREE");
    }

    @Test
    void aKeywordWithinAWordDoesNotHideItWhereItStandsAlone() {
        assertThat(Rules.ids(keywords("free"), "carefree freed free")).containsExactly("free");
        assertThat(Rules.ids(new KeywordCheck(List.of(keyword("ree"), anywhere("ee"))), "free"))
                .containsExactly("ee");
    }

    @Test
    void theDetailNamesTheKeywordAsThePolicyHasIt() {
        assertThat(Rules.details(keywords("Free  Money"), "free money")).containsExactly("contains \"Free  Money\"");
        assertThat(Rules.passed(keywords("a", "b", "c"), "hello")).isEqualTo("keywords: none of 3");
    }

    @Test
    void aKeywordOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keywords("free", "\u200B "))
                .withMessageContaining("nothing visible in keyword");
    }

    @Test
    void fiftyThousandKeywordsAreFoundAsFewAre() {
        List<String> words = new ArrayList<>(IntStream.range(0, 50_000)
                .mapToObj(i -> "spam word " + i * 7919L)
                .toList());
        words.add("free money");
        KeywordCheck many = keywords(words.toArray(String[]::new));
        KeywordCheck few = keywords("free money", "lottery", "casino");
        Text text = new Text("spam word spam words spam word 7 ".repeat(1000) + "free money");
        text.folded();

        assertThat(Rules.ids(many, "spam word 7919, free money")).containsExactly("spam word 7919", "free money");
        assertThat(Timing.best(() -> many.matches(text))).isLessThan(20 * Timing.best(() -> few.matches(text)));
    }

    @RepeatedTest(20)
    void whatIsFoundIsWhatASearchForEachKeywordFinds(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> words = IntStream.range(0, 30)
                .mapToObj(i -> word(random, 1 + random.nextInt(4)))
                .distinct()
                .toList();
        KeywordCheck check =
                new KeywordCheck(words.stream().map(Rules::anywhere).toList());
        String text = word(random, 60);

        assertThat(Rules.ids(check, text))
                .isEqualTo(words.stream().filter(text::contains).toList());
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append("abc".charAt(random.nextInt(3)));
        }
        return word.toString();
    }
}
