package io.weirkeeper.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirkeeper.events.AllowedMessage;
import io.weirkeeper.events.InboundMessage;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTextTest {

    @Test
    void nothingOfJavaIsLeftAndTheBytesStayTheSame() {
        Schema generated = AllowedMessage.getClassSchema();

        Schema portable = SchemaText.portable(generated);

        assertThat(generated.toString()).contains("avro.java.string");
        assertThat(portable.toString()).doesNotContain("java");
        assertThat(SchemaNormalization.parsingFingerprint64(portable))
                .isEqualTo(SchemaNormalization.parsingFingerprint64(generated));
    }

    @Test
    void docsDefaultsAndLogicalTypesStay() {
        Schema portable = SchemaText.portable(InboundMessage.getClassSchema());

        assertThat(portable.getDoc()).isNotBlank();
        assertThat(portable.getField("user").hasDefaultValue()).isTrue();
        assertThat(portable.getField("sentAt").schema().getLogicalType().getName())
                .isEqualTo("timestamp-millis");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name": "a", "type": "int"}                 | true
            {"name": "a", "type": "int", "doc": "A."}    | true
            {"name": "a", "type": "int", "default": 3}   | true
            {"name": "a", "type": {"type": "int"}}       | true
            {"name": "b", "type": "int"}                 | false
            {"name": "a", "type": "long"}                | false
            {"name": "a", "type": ["null", "int"]}       | false
            """)
    void whetherTheBinaryIsTheSame(String field, boolean same) {
        assertThat(SchemaText.sameBinary(record("{\"name\": \"a\", \"type\": \"int\"}"), record(field)))
                .isEqualTo(same);
    }

    private static Schema record(String field) {
        return SchemaText.parse("{\"type\": \"record\", \"name\": \"R\", \"fields\": [" + field + "]}");
    }
}
