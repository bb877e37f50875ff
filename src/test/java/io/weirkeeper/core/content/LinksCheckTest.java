package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Too many links, unless all lead to trusted domains. */
class LinksCheckTest {
    private static final LinksCheck NONE_BUT_TRUSTED =
            Rules.links(0, "youtube.com", "xn--bcher-kva.example", "xn--e1afmkfd.xn--p1ai");

    @Test
    void moreThanTheMostAreTooMany() {
        LinksCheck check = Rules.links(3, "youtube.com");
        String four = "http://a.example www.b.example c.example/x https://youtube.com/watch";

        assertThat(Rules.details(check, four))
                .containsExactly("4 links; 3 allowed unless all are on trusted domains; a.example is not");
        assertThat(Rules.details(Rules.links(3), four)).containsExactly("4 links; 3 allowed");
    }

    @Test
    void theMostPass() {
        assertThat(Rules.ids(Rules.links(3), "www.a.example www.b.example www.c.example"))
                .isEmpty();
        assertThat(Rules.passed(Rules.links(3), "www.a.example")).isEqualTo("links 1 of 3");
        assertThat(Rules.passed(Rules.links(3), "")).isEqualTo("links 0 of 3");
    }

    @Test
    void anyNumberOfTrustedLinksPasses() {
        LinksCheck check = Rules.links(3, "youtube.com");
        String four = "https://youtube.com/1 https://m.youtube.com/2 www.youtube.com/3 youtube.com/4";

        assertThat(Rules.ids(check, four)).isEmpty();
        assertThat(Rules.passed(check, four)).isEqualTo("4 links, all on trusted domains");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtube.com",
                "https://youtube.com/",
                "https://www.youtube.com/x",
                "https://m.YouTube.Com:443/x",
                "https://youtube.com.",
                "https://youtube.com./x",
                "https://a.b.c.youtube.com",
                "https://evil@youtube.com",
                "https://ｙｏｕｔｕｂｅ．ｃｏｍ",
                "https://youtube。com/x",
                "https://youtube｡com",
                "https://you\u200Btube.com",
                "https://youtube\uFE0F.com/",
                "https://%79outube.com",
                "https://youtube%2Ecom",
                "https://youtube.com\\@evil.example",
                "https://youtube.com?@evil.example",
                "https://youtube.com/@evil.example",
                "(https://youtube.com)",
                "https://youtube.com!",
                "https://youtube.com's",
                "www.youtube.com,www.youtube.com",
                "https://youtube.com,https://youtube.com",
                "https://youtube.com).",
                "[https://youtube.com](https://youtube.com)",
                "<a href=\"https://youtube.com\">youtube.com</a>",
                "https://bücher.example/x",
                "https://BÜCHER.example",
                "https://xn--bcher-kva.example",
                "https://shop.bücher.example",
                "пример.рф/путь",
                "https://пример.рф"
            })
    void trustedIsTheDomainAndWhatIsBelowIt(String text) {
        assertThat(Rules.details(NONE_BUT_TRUSTED, text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://youtube.com.evil.example",
                "https://notyoutube.com",
                "https://youtube.com-evil.example",
                "https://youtube.community",
                "https://youtube.com@evil.example",
                "https://youtube.com:443@evil.example",
                "https://youtube.com%40evil.example",
                "https://youtube.com%2540evil.example",
                "https://youtube.com%2F.evil.example",
                "https://user%40youtube.com@evil.example",
                "https://youtube.com,@evil.example",
                "https://<youtube.com>@evil.example",
                "https://evil.example\\@youtube.com",
                "https://evil.example\\.youtube.com",
                "https://evil.example/youtube.com",
                "https://evil.example?youtube.com",
                "https://evil.example#youtube.com",
                "https://y\u043Eutube.com",
                "https://у\u043Eutube.com/",
                "https://youtub\u0435.com",
                "https://youtube.c\u043Em",
                "https://youtubé.com",
                "https://youtube.com。evil.example",
                "https://youtube.com．evil.example",
                "https://youtube.com'evil.example",
                "https://youtube.com\"evil.example",
                "https://youtube.com,evil.example",
                "https://youtube..com",
                "https://youtube.com%",
                "https://youtube.com%zz",
                "https://youtube.com%00.evil.example",
                "https://xn--youtube.com",
                "https://xn--\uD800.youtube.com",
                "https://142.250.1.1",
                "https://[::1]/youtube.com",
                "https://",
                "http:///",
                "https://youtube",
                "https://com",
                "https://youtube.com/redirect?q=https://evil.example",
                "https://youtube.com http://evil.example",
                "https://youtube.com\u202E.evil.example",
                "https://youtube.com\u2024evil.example",
                "www.youtube.com@evil.example"
            })
    void lookingLikeItDoesNotMakeALinkTrusted(String text) {
        assertThat(Rules.details(NONE_BUT_TRUSTED, text)).isNotEmpty();
    }

    @Test
    void aLookAlikeIsNamedInPunycode() {
        assertThat(Rules.details(NONE_BUT_TRUSTED, "https://y\u043Eutube.com"))
                .containsExactly("1 link; 0 allowed unless all are on trusted domains; xn--yutube-wqf.com is not");
    }
}
