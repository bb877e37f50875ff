package io.weirkeeper.events.wire;

import static io.weirkeeper.events.wire.Examples.ORIGIN;
import static io.weirkeeper.events.wire.Examples.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.delivery.DeliveryReport.ErrorKind;
import io.weirkeeper.core.delivery.DeliveryReport.Status;
import io.weirkeeper.events.wire.Decoded.Invalid;
import io.weirkeeper.events.wire.Decoded.Valid;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDeliveryDecodingTest {
    private static final WireFormat JSON = new JsonFormat();

    @Test
    void fillsInWhatIsLeftOut() {
        DeliveryReport sent =
                new DeliveryReport("m", "+1", Status.SENT, Optional.empty(), Optional.empty(), ORIGIN.timestamp());

        assertThat(valid("{'messageId':'m','recipient':'+1','status':'SENT'}")).isEqualTo(sent);
        assertThat(valid("{'messageId':'m','recipient':'+1','status':'SENT','errorKind':null,'error':null,'at':null}"))
                .isEqualTo(sent);
    }

    @Test
    void readsAllFieldsInAnyOrderAndPassesOverUnknownOnes() {
        DeliveryReport failed = valid("{'at':'2026-11-20T10:00:00Z','error':'429','x':{'status':1},'status':'FAILED',"
                + "'errorKind':'RATE_LIMITED','recipient':'+1','y':[[]],'messageId':'m'}");

        assertThat(failed)
                .isEqualTo(new DeliveryReport(
                        "m", "+1", Status.FAILED, Optional.of(ErrorKind.RATE_LIMITED), Optional.of("429"), TEN));
    }

    @ParameterizedTest
    @EnumSource
    void readsEveryKindOfError(ErrorKind kind) {
        assertThat(failed("'errorKind':'" + kind.name() + "'").errorKind()).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUOTA", "authentication", "", "OTHER "})
    void takesAKindThatItDoesNotKnowForAnother(String kind) {
        assertThat(failed("'errorKind':'" + kind + "'").errorKind()).contains(ErrorKind.OTHER);
    }

    @Test
    void takesAFailureWithoutAKindForOne() {
        assertThat(failed("'error':'?'").errorKind()).isEmpty();
    }

    @Test
    void readsWhateverPageTheProviderSent() {
        assertThat(failed("'error':'" + "x".repeat(100_000) + "'").error())
                .hasValueSatisfying(error -> assertThat(error).hasSize(100_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{'recipient':'r','status':'SENT'}`                              | INVALID_FIELD | messageId: missing",
                "`{'messageId':'','recipient':'r','status':'SENT'}`               | INVALID_FIELD | messageId: missing",
                "`{'messageId':'m','status':'SENT'}`                              | INVALID_FIELD | recipient: missing",
                "`{'messageId':'m','recipient':null,'status':'SENT'}`             | INVALID_FIELD | recipient: missing",
                "`{'messageId':'m','recipient':'','status':'SENT'}`               | INVALID_FIELD | recipient: missing",
                "`{'messageId':'m','recipient':'r'}`                              | INVALID_FIELD | status: missing",
                "`{'messageId':'m','recipient':'r','status':''}`                  | INVALID_FIELD | status: missing",
                "`{'messageId':'m','recipient':'r','status':'sent'}`              | INVALID_FIELD | status: unknown",
                "`{'messageId':'m','recipient':'r','status':'DELIVERED'}`         | INVALID_FIELD | status: unknown",
                "`{'messageId':'m','recipient':'r','status':true}`                | INVALID_FIELD | status: must be text",
                "`{'messageId':7,'recipient':'r','status':'SENT'}`                | INVALID_FIELD | messageId: must be text",
                "`{'messageId':'m','recipient':'r','status':'FAILED','errorKind':429}` | INVALID_FIELD | errorKind: must be text",
                "`{'messageId':'m','recipient':'r','status':'FAILED','error':{}}` | INVALID_FIELD | error: must be text",
                "`{'messageId':'m','recipient':'r','status':'SENT','at':'soon'}`  | INVALID_FIELD | at: must be",
                "`{'messageId':'m','recipient':'r','status':'SENT'`               | UNDECODABLE   | not JSON at byte",
                "`{'messageId':'m','recipient':'r','status':'SENT'} {}`           | UNDECODABLE   | something follows the JSON object",
                "`[]`                                                             | UNDECODABLE   | not a JSON object",
                "`hello`                                                          | UNDECODABLE   | not JSON at byte"
            })
    void tellsWhatIsWrong(String json, Defect defect, String detail) {
        Invalid<DeliveryReport> invalid = invalid(bytes(json));

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
        byte[] latin =
                "{\"messageId\":\"ü\",\"recipient\":\"r\",\"status\":\"SENT\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(invalid(latin)).isEqualTo(new Invalid<>(Defect.UNDECODABLE, "not UTF-8"));
    }

    @Test
    void refusesLongValuesUnread() {
        String json = "{'messageId':'m','recipient':'r','status':'SENT'}";
        String padding = " ".repeat(WireFormat.LARGEST_VALUE - json.length());

        assertThat(valid(json + padding).status()).isEqualTo(Status.SENT);
        assertThat(invalid(bytes(json + padding + " ")).defect()).isEqualTo(Defect.RECORD_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"messageId", "recipient"})
    void boundsNames(String field) {
        String whole = "{'messageId':'m','recipient':'r','status':'SENT','" + field + "':'";

        valid(whole + "x".repeat(WireFormat.LARGEST_NAME) + "'}");
        assertThat(invalid(bytes(whole + "x".repeat(WireFormat.LARGEST_NAME + 1) + "'}")))
                .isEqualTo(new Invalid<>(Defect.INVALID_FIELD, field + ": longer than 4096 bytes"));
    }

    private static DeliveryReport failed(String field) {
        return valid("{'messageId':'m','recipient':'+1','status':'FAILED'," + field + "}");
    }

    private static DeliveryReport valid(String json) {
        Decoded<DeliveryReport> decoded = JSON.deliveryReport(bytes(json), ORIGIN);
        assertThat(decoded).isInstanceOf(Valid.class);
        return ((Valid<DeliveryReport>) decoded).value();
    }

    private static Invalid<DeliveryReport> invalid(byte @Nullable [] value) {
        Decoded<DeliveryReport> decoded = JSON.deliveryReport(value, ORIGIN);
        assertThat(decoded).isInstanceOf(Invalid.class);
        return (Invalid<DeliveryReport>) decoded;
    }

    /** JSON with ' for ", so that a table of it can be read. */
    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
