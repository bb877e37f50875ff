package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static io.weirkeeper.events.wire.Examples.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.standing.ControlType;
import io.weirkeeper.events.wire.Decoded.Invalid;
import io.weirkeeper.events.wire.Decoded.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class JsonControlDecodingTest {
    private static final WireFormat JSON = new JsonFormat();

    @ParameterizedTest
    @EnumSource
    void readsEveryTypeAndFillsInWhatIsLeftOut(ControlType type) {
        Decoded<ControlEvent> event = decoded("{'type':'" + type.label() + "','sender':'+1'}");

        assertThat(event)
                .isEqualTo(new Valid<>(new ControlEvent(
                        "inbound-messages-3-41",
                        ORIGIN.timestamp(),
                        Optional.empty(),
                        type,
                        Optional.of("+1").filter(subject -> type.namesSubject()),
                        Optional.empty(),
                        OptionalLong.empty())));
    }

    @Test
    void readsAllFieldsAndPassesOverUnknownOnes() {
        Decoded<ControlEvent> event = decoded("{'until':1795168860000,'reason':'why','x':{'type':1},'sender':'+1',"
                + "'type':'block','by':'ana','at':'2026-11-20T10:00:00Z','id':'c'}");

        assertThat(event)
                .isEqualTo(new Valid<>(new ControlEvent(
                        "c",
                        TEN,
                        Optional.of("ana"),
                        ControlType.BLOCK,
                        Optional.of("+1"),
                        Optional.of("why"),
                        OptionalLong.of(TEN + 60_000))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{'type':'pause','until':'2026-11-20T10:01:00Z'}`",
                "`{'type':'pause','until':'2026-11-20T10:01:00Z','sender':null}`",
                "`{'type':'pause','until':'2026-11-20T10:01:00Z','sender':''}`",
                "`{'sender':'+1','type':'pause','until':'2026-11-20T10:01:00Z'}`"
            })
    void aWordAboutTheGateHasNoSenderWhateverIsWritten(String json) {
        assertThat(decoded(json))
                .isEqualTo(new Valid<>(new ControlEvent(
                        "inbound-messages-3-41",
                        ORIGIN.timestamp(),
                        Optional.empty(),
                        ControlType.PAUSE,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.of(TEN + 60_000))));
    }

    @Test
    void aSenderThatIsPassedOverMayBeLong() {
        assertThat(decoded("{'type':'resume','sender':'" + "x".repeat(4097) + "'}"))
                .isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{'sender':'s'}`                            | INVALID_FIELD  | type: missing",
                "`{'type':null,'sender':'s'}`                | INVALID_FIELD  | type: missing",
                "`{'type':'BLOCK','sender':'s'}`             | INVALID_FIELD  | type: unknown",
                "`{'type':'ban','sender':'s'}`               | INVALID_FIELD  | type: unknown",
                "`{'type':1,'sender':'s'}`                   | INVALID_FIELD  | type: must be text",
                "`{'type':'block'}`                          | MISSING_SENDER | sender: missing",
                "`{'type':'block','sender':''}`              | MISSING_SENDER | sender: missing",
                "`{'type':'block','sender':'s','until':'soon'}` | INVALID_FIELD | until: must be",
                "`{'type':'block','sender':'s','at':[]}`     | INVALID_FIELD  | at: must be",
                "`{'type':'block','sender':'s'} []`          | UNDECODABLE    | something follows the JSON object",
                "`[]`                                        | UNDECODABLE    | not a JSON object"
            })
    void tellsWhatIsWrong(String json, Defect defect, String detail) {
        Invalid<ControlEvent> invalid = (Invalid<ControlEvent>) decoded(json);

        assertThat(invalid.defect()).isEqualTo(defect);
        assertThat(invalid.detail()).startsWith(detail);
    }

    @ParameterizedTest
    @CsvSource({"id", "by", "sender", "reason"})
    void boundsNames(String field) {
        String rest = field.equals("sender") ? "" : ",'sender':'s'";

        assertThat(decoded("{'type':'block','" + field + "':'" + "x".repeat(4097) + "'" + rest + "}"))
                .isEqualTo(new Invalid<>(Defect.INVALID_FIELD, field + ": longer than 4096 bytes"));
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(JSON.control(null, ORIGIN)).isEqualTo(new Invalid<>(Defect.EMPTY_VALUE, "no value"));
    }

    private static Decoded<ControlEvent> decoded(String json) {
        return JSON.control(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), ORIGIN);
    }
}
