package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.message.Text;
import io.weirkeeper.core.policy.CapitalsRule;
import io.weirkeeper.core.policy.Condition;
import io.weirkeeper.core.policy.ContentRules;
import io.weirkeeper.core.policy.ContentTerms;
import io.weirkeeper.core.policy.LinksRule;
import io.weirkeeper.core.policy.Mode;
import io.weirkeeper.core.policy.RepeatedRule;
import io.weirkeeper.core.policy.Severity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts made to keep the gate busy: none takes much longer than a plain text of the same length. */
class HostileTextsTest {
    private static final int MOST_TIMES_LONGER = 20;

    static final ContentRules ALL_RULES = new ContentRules(
            List.of(Rules.keyword("free money"), Rules.keyword("a"), Rules.anywhere("aaaa"), Rules.keyword("a a a")),
            List.of(Rules.pattern("shorteners", "(?i)(bit\\.ly|tinyurl)"), Rules.pattern("any", "(a+)+b[a-z]*c")),
            Optional.of(new RepeatedRule(terms("repeated"), 10)),
            Optional.of(new CapitalsRule(terms("capitals"), 20)),
            Optional.of(new LinksRule(terms("links"), 3, Set.of("youtube.com", "a.a"))),
            Optional.of(Rules.classifier(0.5, 0.9)),
            0);

    private static final List<ContentCheck> CHECKS = ContentChecks.of(ALL_RULES);
    private static final String PLAIN = filled("Are we still meeting at 8? I bring the papers, you the cake. ");

    static Stream<String> repeated() {
        return Stream.of(
                "a",
                "A",
                "a ",
                "é",
                "\u0301",
                "e\u0301",
                "\u05B0\u05B1\u2065",
                "\u05B1\u0316\u115F",
                "a\u0336",
                "\uD800",
                "\uDC00",
                "\uD83D\uDE00",
                "\u200F",
                "\u202E",
                "a\u200B",
                "\uFDFA",
                "\uFE0F",
                "a.",
                "a.b/",
                "1.",
                "@",
                "a@",
                "@a.bc/",
                "www.",
                "www.a,",
                "www.a.bc,",
                "www.a@",
                "http://",
                "http:",
                "http",
                "https://[",
                "http://a,",
                "http://youtube.com ",
                "youtube.com/ ",
                "http://a.a,",
                "http://ü.a ",
                "www.ü.a,",
                "http://%25%32%35/ ",
                "%",
                "%25",
                "&amp;",
                "%3A%2F%2F",
                "。",
                "ü。",
                "-",
                "_.",
                "://",
                "\\/",
                "(",
                "\u0000",
                "\n",
                "bit.l",
                "free mone",
                "xn--");
    }

    /** Many beginnings of something that ends far behind, or never. */
    static Stream<String> composed() {
        return Stream.of(
                "www.a!".repeat(10_900) + ",@x",
                "www.a!".repeat(5_000) + "@" + "x".repeat(30_000),
                "www.a" + "[".repeat(65_000),
                "http://" + "[".repeat(65_000),
                "http://" + "[a.".repeat(21_000),
                "www.a[".repeat(10_900) + "]",
                "www.a@[".repeat(9_000) + "]@" + "[".repeat(1_000),
                "www.a" + "a".repeat(65_000) + "@b");
    }

    @ParameterizedTest
    @MethodSource({"repeated", "composed"})
    void noCheckTakesLongOrFails(String pattern) {
        String hostile = pattern.length() > 100 ? pattern : filled(pattern);
        long normal = Timing.best(() -> ask(PLAIN));

        // What NFKC makes longer takes longer, but no more than that.
        double longer = Math.max(1, (double) new Text(hostile).visible().length() / PLAIN.length());
        assertThat(Timing.best(() -> ask(hostile))).isLessThan((long) (MOST_TIMES_LONGER * longer * normal));
    }

    @ParameterizedTest
    @MethodSource("repeated")
    void noLinkHidesBehindThem(String repeated) {
        String text = filled(repeated) + " http://evil.example";

        assertThat(Links.in(new Text(text).visible()))
                .last()
                .extracting(Link::host)
                .isEqualTo("evil.example");
    }

    @Test
    void tenThousandLinksAreCounted() {
        String links = "http://youtube.com/watch?v=1\n".repeat(9_999) + "http://evil.example";

        assertThat(Rules.details(Rules.links(3, "youtube.com"), links))
                .containsExactly("10000 links; 3 allowed unless all are on trusted domains; evil.example is not");
    }

    private static void ask(String body) {
        Text text = new Text(body);
        for (ContentCheck check : CHECKS) {
            check.matches(text);
            check.passed(text);
        }
    }

    /** As many bytes of UTF-8 as a body may have. */
    private static String filled(String repeated) {
        return repeated.repeat(Message.LONGEST_BODY / repeated.getBytes(StandardCharsets.UTF_8).length);
    }

    private static ContentTerms terms(String id) {
        return new ContentTerms(id, Severity.HIGH, Mode.ENFORCE, Condition.ALWAYS);
    }
}
