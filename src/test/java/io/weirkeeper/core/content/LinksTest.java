package io.weirkeeper.core.content;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Text;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a link, and to which host it leads. */
class LinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "http://example.com example.com",
                "HTTPS://Example.COM/Path Example.COM",
                "www.example.com www.example.com",
                "WWW.example.com WWW.example.com",
                "bit.ly/abc bit.ly",
                "bit.ly:80/abc bit.ly",
                "https://example.com:8080 example.com",
                "https://example.com. example.com",
                "https://example.com: example.com",
                "https://example.com, example.com",
                "(https://example.com) example.com",
                "\"https://example.com\" example.com",
                "<https://example.com> example.com",
                "https://example.com's example.com",
                "_https://example.com_ example.com",
                "*www.example.com* www.example.com",
                "-www.example.com www.example.com",
                "look...www.example.com www.example.com",
                "look…www.example.com www.example.com",
                "点击www.example.com www.example.com",
                "\uD83D\uDC49www.example.com www.example.com",
                "\u2764\uFE0Fwww.example.com www.example.com",
                "[text](http://example.com) example.com",
                "https://user:pass@example.com/x example.com",
                "https://youtube.com@evil.example evil.example",
                "https://youtube.com:443@evil.example/ evil.example",
                "https://a@b@evil.example evil.example",
                "https://evil.example\\@youtube.com evil.example",
                "https://evil.example/@youtube.com evil.example",
                "https://evil.example?@youtube.com evil.example",
                "https://evil.example#@youtube.com evil.example",
                "https:\\\\evil.example\\x evil.example",
                "https:\\/\\/evil.example\\/x evil.example",
                "https:////evil.example evil.example",
                "https://youtube.com%40evil.example youtube.com%40evil.example",
                "http://10.0.0.1/x.yz/ 10.0.0.1",
                "http://[::1]:80/x.yz/ [::1]",
                "ht\u200Btp://exa\u00ADmple.com example.com",
                "ｈｔｔｐ：／／ｅｘａｍｐｌｅ．ｃｏｍ example.com",
                "xhttp://example.com example.com",
                "пример.рф/путь пример.рф",
                "xn--e1afmkfd.xn--p1ai/x xn--e1afmkfd.xn--p1ai",
                "www.youtube.com@evil.example/x evil.example",
                "http://example.com/a/b.cd/e example.com",
                "http://example.com/?u=www.evil.example/x example.com",
                "ftp://files.example.com/x files.example.com",
                "http://localhost localhost",
                "@evil.example/x evil.example",
                "@www.evil.example www.evil.example",
                "(@evil.example/x) evil.example",
                "@@evil.example/x evil.example",
            })
    void aLinkHasAHost(String text, String host) {
        assertThat(hosts(text)).containsExactly(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "e.g. this/that",
                "1.5/2",
                "and/or",
                "joe@example.com",
                "joe@example.com/",
                "joe@www.example.com",
                "example.com",
                "www",
                "www. hello",
                "v1.2/x",
                "3.14/x",
                "end.Start other",
                "http",
                "https:",
                "http:/",
                "http",
                "10.0.0.1/x",
                "a./b",
                "你好。世界/再见",
                ".com/",
                "wwwx.example",
                "\uD800.\uDC00/",
                "\u202E\u200F/"
            })
    void otherTextHasNone(String text) {
        assertThat(hosts(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "http://a.com,http://b.com a.com b.com",
                "www.a.com,www.b.com www.a.com www.b.com",
                "a.com/x,b.com/y a.com b.com",
                "http://a.com/http://b.com a.com b.com",
                "http://a.com/?q=https://b.com/ a.com b.com",
                "http://a.comhttp://b.com a.com b.com",
                "<a|href=\"http://a.com/\">www.b.com</a> a.com www.b.com",
                "www.a.com,www.b.com,x@c.com c.com c.com",
            })
    void eachOccurrenceCounts(String text, String first, String second) {
        assertThat(hosts(text)).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource({"http://, 1", "http://http://http://, 3", "http:// and https://, 2", "http://http://a.com, 2"})
    void aSchemeCountsEvenWithoutAHost(String text, int links) {
        assertThat(hosts(text)).hasSize(links);
    }

    private static List<String> hosts(String text) {
        return Links.in(new Text(text).visible()).stream().map(Link::host).toList();
    }
}
