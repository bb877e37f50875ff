package io.weirkeeper.events.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.weirkeeper.core.delivery.DeliveryReport;
import io.weirkeeper.core.message.Message;
import io.weirkeeper.core.standing.ControlEvent;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.core.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Values as plain JSON in UTF-8. Reading: unknown fields are passed over, of a field that is there twice the last
 * counts. Writing: fields in the order of the Avro schema, nullable ones without a value left out, times as {@link
 * IsoTime} writes them.
 */
public final class JsonFormat implements WireFormat {
    private static final int MOST_NESTING = 1_000;

    /** Without detection a value is UTF-8 and nothing else; names are not interned: senders choose some of them. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_NESTING)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    @Override
    public Decoded<Message> message(byte @Nullable [] value, RecordOrigin origin) {
        return decoded(value, origin, MessageJson::read);
    }

    @Override
    public Decoded<ControlEvent> control(byte @Nullable [] value, RecordOrigin origin) {
        return decoded(value, origin, ControlJson::read);
    }

    @Override
    public Decoded<DeliveryReport> deliveryReport(byte @Nullable [] value, RecordOrigin origin) {
        return decoded(value, origin, DeliveryJson::read);
    }

    @Override
    public byte[] message(Message message) {
        return encoded(json -> MessageJson.write(message, json));
    }

    @Override
    public byte[] control(ControlEvent event) {
        return encoded(json -> ControlJson.write(event, json));
    }

    @Override
    public byte[] verdict(Verdict verdict) {
        return encoded(json -> VerdictJson.write(verdict, json));
    }

    @Override
    public byte[] audit(AuditEvent event) {
        return encoded(json -> AuditJson.write(event, json));
    }

    @Override
    public byte[] json(String topic, byte[] value) {
        return value;
    }

    private static <T> Decoded<T> decoded(byte @Nullable [] value, RecordOrigin origin, Reading<T> reading) {
        try {
            return new Decoded.Valid<>(read(value, origin, reading));
        } catch (InvalidRecord e) {
            return e.asDecoded();
        } catch (JsonProcessingException e) {
            return undecodable("not JSON" + place(e.getLocation())).asDecoded();
        } catch (IOException | RuntimeException e) {
            // A parser that trips over bytes must not stop the gate, which would read the same bytes again after a
            // restart.
            return undecodable("unreadable: " + e.getClass().getName()).asDecoded();
        }
    }

    private static <T> T read(byte @Nullable [] value, RecordOrigin origin, Reading<T> reading)
            throws IOException, InvalidRecord {
        if (value == null || value.length == 0) {
            throw new InvalidRecord(Defect.EMPTY_VALUE, "no value");
        }
        if (value.length > LARGEST_VALUE) {
            throw new InvalidRecord(Defect.RECORD_TOO_LARGE, "longer than " + LARGEST_VALUE + " bytes");
        }
        if (!Text.isUtf8(value)) {
            throw undecodable("not UTF-8");
        }
        int start = Text.startsWithMark(value) ? 3 : 0;
        try (JsonParser parser = JSON.createParser(value, start, value.length - start)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw undecodable("not a JSON object");
            }
            T read = reading.read(new JsonFields(parser), origin);
            if (parser.nextToken() != null) {
                throw undecodable("something follows the JSON object");
            }
            return read;
        }
    }

    /** Where the parser gave up; its own message would quote the content. */
    private static String place(@Nullable JsonLocation location) {
        return location == null || location.getByteOffset() < 0 ? "" : " at byte " + location.getByteOffset();
    }

    private static InvalidRecord undecodable(String detail) {
        return new InvalidRecord(Defect.UNDECODABLE, detail);
    }

    private static byte[] encoded(Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            JsonObjects json = new JsonObjects(generator);
            json.begin();
            writing.write(json);
            json.end();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private interface Reading<T> {
        T read(JsonFields fields, RecordOrigin origin) throws IOException, InvalidRecord;
    }

    private interface Writing {
        void write(JsonObjects json) throws IOException;
    }
}
