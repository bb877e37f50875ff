package io.weirkeeper.deploy;

import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** What columns the values on our topics have, by the schemas in avro/. */
final class KsqlSchemas {
    private static final Topics TOPICS = new Topics("");
    private static final Map<String, String> RECORDS = Map.of(
            TOPICS.inboundMessages(), "InboundMessage",
            TOPICS.allowedMessages(), "AllowedMessage",
            TOPICS.debouncedMessages(), "DebouncedMessage",
            TOPICS.blockedMessages(), "BlockedMessage",
            TOPICS.senderPenalties(), "SenderPenalty");

    private final SchemaParser parser = new SchemaParser();

    KsqlSchemas() throws IOException {
        for (String name : List.of("InboundMessage", "Penalty")) { // the others refer to these
            parser.parse(Path.of("avro", name + ".avsc"));
        }
        for (String name : RECORDS.values()) {
            if (!name.equals("InboundMessage")) {
                parser.parse(Path.of("avro", name + ".avsc"));
            }
        }
    }

    /** Everything in which a declaration differs from the schema of its topic. */
    List<String> problems(KsqlStatement statement) {
        String record = RECORDS.get(statement.topic());
        if (record == null) {
            return List.of(statement.name() + ": there is no topic " + statement.topic());
        }
        Schema schema = parser.getParsedNamedSchemas().stream()
                .filter(named -> named.getName().equals(record))
                .findFirst()
                .orElseThrow();
        List<String> problems = new ArrayList<>();
        List<KsqlColumn> values =
                statement.columns().stream().filter(column -> !column.key()).toList();
        boolean avro = "AVRO".equals(statement.properties().get("VALUE_FORMAT"));
        compare(statement.name(), values, schema, avro, problems);
        schema.getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> statement.columns().stream()
                        .noneMatch(column -> column.name().equals(name)))
                .forEach(name -> problems.add(statement.name() + "." + name + ": not declared"));
        return problems;
    }

    private static void compare(
            String path, List<KsqlColumn> columns, Schema record, boolean avro, List<String> problems) {
        for (KsqlColumn column : columns) {
            String here = path + "." + column.name();
            Schema.Field field = record.getField(column.name());
            if (field == null) {
                problems.add(here + ": no such field");
            } else {
                compare(here, column.type(), present(field.schema()), avro, problems);
            }
        }
    }

    private static void compare(String path, KsqlType type, Schema schema, boolean avro, List<String> problems) {
        String expected = expected(schema, avro);
        if (!type.name().equals(expected)) {
            problems.add(path + ": " + type.name() + ", should be " + expected);
        } else if (schema.getType() == Schema.Type.RECORD) {
            compare(path, type.fields(), schema, avro, problems);
        } else if (schema.getType() == Schema.Type.ARRAY) {
            compare(path + "[]", type.parts().get(0), schema.getElementType(), avro, problems);
        } else if (schema.getType() == Schema.Type.MAP) {
            compare(path + "{}", type.parts().get(1), schema.getValueType(), avro, problems);
        }
    }

    /** In JSON times are text, in Avro they are milliseconds with a logical type. */
    private static String expected(Schema schema, boolean avro) {
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return avro ? "TIMESTAMP" : "VARCHAR";
        }
        return switch (schema.getType()) {
            case STRING, ENUM -> "VARCHAR";
            case INT -> "INTEGER";
            case LONG -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
            case ARRAY -> "ARRAY";
            case MAP -> "MAP";
            case RECORD -> "STRUCT";
            default -> "nothing that is known here (" + schema.getType() + ")";
        };
    }

    private static Schema present(Schema schema) {
        return schema.isNullable() && schema.isUnion() ? schema.getTypes().get(1) : schema;
    }
}
