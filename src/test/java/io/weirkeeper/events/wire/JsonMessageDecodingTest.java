package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static io.weirkeeper.events.wire.Examples.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.message.Message;
import io.weirkeeper.events.wire.Decoded.Invalid;
import io.weirkeeper.events.wire.Decoded.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonMessageDecodingTest {
    private static final WireFormat JSON = new JsonFormat();

    @Test
    void fillsInWhatIsLeftOut() {
        Message message = valid("{'sender':'+1','body':'hi'}");

        assertThat(message).isEqualTo(Message.of("inbound-messages-3-41", "unknown", "+1", "hi", ORIGIN.timestamp()));
    }

    @Test
    void takesNullForLeftOut() {
        Message message = valid("{'id':null,'channel':null,'sender':'+1','recipient':null,'user':null,"
                + "'conversation':null,'command':null,'address':null,'language':null,'priority':null,'body':'hi',"
                + "'sentAt':null,'attributes':null}");

        assertThat(message).isEqualTo(valid("{'sender':'+1','body':'hi'}"));
    }

    @Test
    void takesAnEmptyIdForNone() {
        assertThat(valid("{'id':'','sender':'+1','body':''}").id()).isEqualTo("inbound-messages-3-41");
    }

    @Test
    void readsAllFieldsInAnyOrderAndPassesOverUnknownOnes() {
        Message message = valid(
                "{'attributes':{'a':'1','b':''},'x':{'sender':5,'y':[1,{'body':null}]},'priority':0,"
                        + "'body':'hi','sentAt':'2026-11-20T10:00:00Z','z':[[]],'language':'id','address':'203.0.113.9',"
                        + "'command':'LAPOR','conversation':'c','user':'u','recipient':'r','sender':'s','channel':'sms','id':'i'}");

        assertThat(message.attributes()).isEqualTo(Map.of("a", "1", "b", ""));
        assertThat(message.priority()).hasValue(0);
        assertThat(message.sentAt()).isEqualTo(TEN);
        assertThat(message.sender()).isEqualTo("s");
        assertThat(message.recipient()).hasValue("r");
        assertThat(message.user()).hasValue("u");
        assertThat(message.conversation()).hasValue("c");
        assertThat(message.command()).hasValue("LAPOR");
        assertThat(message.address()).hasValue("203.0.113.9");
        assertThat(message.language()).hasValue("id");
        assertThat(message.id()).isEqualTo("i");
        assertThat(message.channel()).isEqualTo("sms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1795168800000", "'2026-11-20T10:00:00Z'", "'2026-11-20T17:00:00.000+07:00'"})
    void readsSentAtAsMillisOrIso(String sentAt) {
        assertThat(valid("{'sender':'s','body':'','sentAt':" + sentAt + "}").sentAt())
                .isEqualTo(TEN);
    }

    @Test
    void lastOfTwoFieldsCounts() {
        assertThat(valid("{'sender':'a','body':'1','sender':'b'}").sender()).isEqualTo("b");
    }

    @Test
    void passesOverAByteOrderMark() {
        assertThat(valid("\uFEFF{'sender':'a','body':'1'}").body()).isEqualTo("1");
    }

    @Test
    void replacesLoneSurrogatesEverywhere() {
        Message message = valid("{'id':'\\ud800','channel':'\\ud800','sender':'\\ud83dx','user':'\\udc4b','body':"
                + "'\\udc4b\\ud83d \\ud83d\\udc4b','attributes':{'\\ud83d\\udc4b':'\\udfff'}}");

        assertThat(message.id()).isEqualTo("\uFFFD");
        assertThat(message.channel()).isEqualTo("\uFFFD");
        assertThat(message.sender()).isEqualTo("\uFFFDx");
        assertThat(message.user()).hasValue("\uFFFD");
        assertThat(message.body()).isEqualTo("\uFFFD\uFFFD 👋");
        assertThat(message.attributes()).isEqualTo(Map.of("👋", "\uFFFD"));
        assertThat(JSON.message(JSON.message(message), ORIGIN)).isEqualTo(new Valid<>(message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{'body':'x'}`                                        | MISSING_SENDER | sender: missing",
                "`{'sender':null,'body':'x'}`                          | MISSING_SENDER | sender: missing",
                "`{'sender':'','body':'x'}`                            | MISSING_SENDER | sender: missing",
                "`{'sender':'a','sender':null,'body':'x'}`             | MISSING_SENDER | sender: missing",
                "`{}`                                                  | MISSING_SENDER | sender: missing",
                "`{'sender':'s'}`                                      | MISSING_BODY | body: missing",
                "`{'sender':'s','body':null}`                          | MISSING_BODY | body: missing",
                "`{'sender':'s','body':5}`                             | INVALID_FIELD | body: must be text",
                "`{'sender':'s','body':['x']}`                         | INVALID_FIELD | body: must be text",
                "`{'sender':{'a':1},'body':'x'}`                       | INVALID_FIELD | sender: must be text",
                "`{'sender':15550100,'body':'x'}`                      | INVALID_FIELD | sender: must be text",
                "`{'id':1,'sender':'s','body':'x'}`                    | INVALID_FIELD | id: must be text",
                "`{'user':true,'sender':'s','body':'x'}`               | INVALID_FIELD | user: must be text",
                "`{'sender':'s','body':'x','priority':10}`             | INVALID_FIELD | priority: must be 0 to 9",
                "`{'sender':'s','body':'x','priority':-1}`             | INVALID_FIELD | priority: must be 0 to 9",
                "`{'sender':'s','body':'x','priority':4294967297}`     | INVALID_FIELD | priority: must be 0 to 9",
                "`{'sender':'s','body':'x','priority':1e1}`            | INVALID_FIELD | priority: must be a whole number",
                "`{'sender':'s','body':'x','priority':'5'}`            | INVALID_FIELD | priority: must be a whole number",
                "`{'sender':'s','body':'x','priority':99999999999999999999}` | INVALID_FIELD | priority: must be a whole number",
                "`{'sender':'s','body':'x','sentAt':1.5}`              | INVALID_FIELD | sentAt: must be",
                "`{'sender':'s','body':'x','sentAt':true}`             | INVALID_FIELD | sentAt: must be",
                "`{'sender':'s','body':'x','sentAt':'yesterday'}`      | INVALID_FIELD | sentAt: must be",
                "`{'sender':'s','body':'x','sentAt':'2026-11-20T10:00:00'}`  | INVALID_FIELD | sentAt: must be",
                "`{'sender':'s','body':'x','sentAt':9223372036854775808}`    | INVALID_FIELD | sentAt: must be",
                "`{'sender':'s','body':'x','attributes':[]}`           | INVALID_FIELD | attributes: must be an object of texts",
                "`{'sender':'s','body':'x','attributes':{'a':null}}`   | INVALID_FIELD | attributes: every value must be text",
                "`{'sender':'s','body':'x','attributes':{'a':1}}`      | INVALID_FIELD | attributes: every value must be text",
                "`{'sender':'s','body':'x','attributes':{'a':{}}}`     | INVALID_FIELD | attributes: every value must be text",
                "`{'sender':'s','body':'x'`                            | UNDECODABLE | not JSON at byte",
                "`{'sender':'s','body':'x'}}`                          | UNDECODABLE | not JSON at byte",
                "`{'sender':'s','body':'x'} {}`                        | UNDECODABLE | something follows the JSON object",
                "`{'sender':'s','body':'x'} x`                         | UNDECODABLE | not JSON at byte",
                "`{'sender':'s','body':'x',}`                          | UNDECODABLE | not JSON at byte",
                "`{'sender':'s','body':'\n'}`                          | UNDECODABLE | not JSON at byte",
                "`{'\\ud800':1,'sender':'s','body':'x'}`               | UNDECODABLE | not JSON at byte",
                "`{sender:'s','body':'x'}`                             | UNDECODABLE | not JSON at byte",
                "`{'sender':'s','body':'x','n':NaN}`                   | UNDECODABLE | not JSON at byte",
                "`{'sender':'s',/**/'body':'x'}`                       | UNDECODABLE | not JSON at byte",
                "`[{'sender':'s','body':'x'}]`                         | UNDECODABLE | not a JSON object",
                "`'text'`                                              | UNDECODABLE | not a JSON object",
                "`null`                                                | UNDECODABLE | not a JSON object",
                "`7`                                                   | UNDECODABLE | not a JSON object",
                "` `                                                   | UNDECODABLE | not a JSON object",
                "`hello`                                               | UNDECODABLE | not JSON at byte"
            })
    void tellsWhatIsWrong(String json, Defect defect, String detail) {
        Invalid<Message> invalid = invalid(bytes(json));

        assertThat(invalid.defect()).isEqualTo(defect);
        assertThat(invalid.detail()).startsWith(detail);
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(invalid(null).defect()).isEqualTo(Defect.EMPTY_VALUE);
        assertThat(invalid(new byte[0]).defect()).isEqualTo(Defect.EMPTY_VALUE);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        String json = "{\"sender\":\"ü\",\"body\":\"x\"}";

        assertThat(invalid(json.getBytes(StandardCharsets.ISO_8859_1)).detail()).isEqualTo("not UTF-8");
        assertThat(invalid(json.getBytes(StandardCharsets.UTF_16)).defect()).isEqualTo(Defect.UNDECODABLE);
        assertThat(invalid(json.getBytes(StandardCharsets.UTF_16LE)).defect()).isEqualTo(Defect.UNDECODABLE);
        assertThat(invalid("{\"sender\":\"u\",\"body\":\"x\"}".getBytes(StandardCharsets.UTF_16BE))
                        .defect())
                .isEqualTo(Defect.UNDECODABLE);
    }

    @Test
    void measuresTheBodyInBytes() {
        assertThat(valid("{'sender':'s','body':'" + "字".repeat(21_845) + "x'}").body())
                .hasSize(21_846);
        assertThat(invalid(bytes("{'sender':'s','body':'" + "字".repeat(21_846) + "'}"))
                        .defect())
                .isEqualTo(Defect.BODY_TOO_LARGE);
        assertThat(valid("{'sender':'s','body':'" + "x".repeat(65_536) + "'}").body())
                .hasSize(65_536);
        assertThat(invalid(bytes("{'sender':'s','body':'" + "x".repeat(65_537) + "'}"))
                        .defect())
                .isEqualTo(Defect.BODY_TOO_LARGE);
    }

    @Test
    void refusesLongValuesUnread() {
        String json = "{'sender':'s','body':'x'}";
        String padding = " ".repeat(WireFormat.LARGEST_VALUE - json.length());

        assertThat(valid(json + padding).body()).isEqualTo("x");
        assertThat(invalid(bytes(json + padding + " ")).defect()).isEqualTo(Defect.RECORD_TOO_LARGE);
        assertThat(invalid(bytes("{'sender':'s','body':'" + "x".repeat(1 << 20) + "'}"))
                        .defect())
                .isEqualTo(Defect.RECORD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"id", "channel", "sender", "recipient", "user", "conversation", "command", "address", "language"
            })
    void boundsNames(String field) {
        String rest = field.equals("sender") ? ",'body':''}" : ",'sender':'s','body':''}";

        valid("{'" + field + "':'" + "x".repeat(WireFormat.LARGEST_NAME) + "'" + rest);
        assertThat(invalid(bytes("{'" + field + "':'" + "x".repeat(WireFormat.LARGEST_NAME + 1) + "'" + rest)))
                .isEqualTo(new Invalid<>(Defect.INVALID_FIELD, field + ": longer than 4096 bytes"));
    }

    @Test
    void survivesDeepNesting() {
        assertThat(valid("{'x':" + "[".repeat(900) + "]".repeat(900) + ",'sender':'s','body':'x'}")
                        .body())
                .isEqualTo("x");
        assertThat(invalid(bytes("{'x':" + "[".repeat(100_000) + "]".repeat(100_000) + ",'sender':'s','body':'x'}"))
                        .defect())
                .isEqualTo(Defect.UNDECODABLE);
    }

    @Test
    void refusesNamesAndNumbersWithoutMeasure() {
        assertThat(invalid(bytes("{'" + "x".repeat(100_000) + "':1,'sender':'s','body':'x'}"))
                        .defect())
                .isEqualTo(Defect.UNDECODABLE);
        assertThat(invalid(bytes("{'x':" + "9".repeat(100_000) + ",'sender':'s','body':'x'}"))
                        .defect())
                .isEqualTo(Defect.UNDECODABLE);
    }

    private static Message valid(String json) {
        Decoded<Message> decoded = JSON.message(bytes(json), ORIGIN);
        assertThat(decoded).isInstanceOf(Valid.class);
        return ((Valid<Message>) decoded).value();
    }

    private static Invalid<Message> invalid(byte @Nullable [] value) {
        Decoded<Message> decoded = JSON.message(value, ORIGIN);
        assertThat(decoded).isInstanceOf(Invalid.class);
        return (Invalid<Message>) decoded;
    }

    /** JSON with ' for ", so that a table of it can be read. */
    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
