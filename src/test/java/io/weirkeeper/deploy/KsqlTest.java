package io.weirkeeper.deploy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirkeeper.core.verdict.AuditEvent;
import io.weirkeeper.events.wire.JsonFormat;
import io.weirkeeper.topics.InboundTime;
import io.weirkeeper.topics.TopicLayout;
import io.weirkeeper.topics.TopicSpec;
import io.weirkeeper.topics.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements in deploy/ksql fit the topics and the schemas, for each format of the values. */
@ParameterizedClass
@ValueSource(strings = {"avro", "json"})
class KsqlTest {
    @Parameter
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private String format;

    @SuppressWarnings("NullAway.Init") // set before each test
    private List<KsqlStatement> statements;

    @SuppressWarnings("NullAway.Init") // set before each test
    private KsqlSchemas schemas;

    @BeforeEach
    void read() throws IOException {
        statements = KsqlStatement.ofAllFiles(format);
        schemas = new KsqlSchemas();
    }

    @Test
    void everyColumnIsAFieldOfTheSameType() {
        assertThat(declared())
                .hasSize(5)
                .allSatisfy(statement -> assertThat(schemas.problems(statement)).isEmpty());
    }

    @Test
    void theValuesAreInTheFormatOfTheFolder() {
        assertThat(declared())
                .allMatch(stream -> format.toUpperCase(Locale.ROOT)
                        .equals(stream.properties().get("VALUE_FORMAT")));
    }

    /** So that the tables are the same, and nothing is forgotten in one of the two. */
    @Test
    void bothFormatsDeclareTheSameColumns() throws IOException {
        assertThat(declared().stream().map(KsqlTest::columns).toList())
                .isEqualTo(KsqlStatement.ofAllFiles("avro").stream()
                        .filter(statement -> statement.query().isEmpty())
                        .map(KsqlTest::columns)
                        .toList());
    }

    @Test
    void everyTopicIsMade() {
        Set<String> made = new HashSet<>();
        new TopicLayout(new Topics(""))
                .specs(1, InboundTime.ARRIVAL).stream().map(TopicSpec::name).forEach(made::add);

        assertThat(declared()).allMatch(statement -> made.contains(statement.topic()));
        assertThat(derived()).isNotEmpty().noneMatch(statement -> made.contains(statement.topic()));
        assertThat(derived()).extracting(KsqlStatement::topic).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} -> {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            `reason` VARCHAR              | `reason` BIGINT            | BLOCKED_MESSAGES.reason: BIGINT, should be VARCHAR
            `detail` VARCHAR,             | ''                         | BLOCKED_MESSAGES.detail: not declared
            `heldMillis` BIGINT           | `heldMillis` INTEGER       | ALLOWED_MESSAGES.heldMillis: INTEGER, should be BIGINT
            `heldMillis` BIGINT           | heldMillis BIGINT          | ALLOWED_MESSAGES.HELDMILLIS: no such field
            `flags` ARRAY<VARCHAR>        | `flags` ARRAY<INTEGER>     | ALLOWED_MESSAGES.flags[]: INTEGER, should be VARCHAR
            MAP<VARCHAR, VARCHAR>         | MAP<VARCHAR, BIGINT>       | INBOUND_MESSAGES.attributes{}: BIGINT, should be VARCHAR
            `strikes` INTEGER>            | `points` INTEGER>          | BLOCKED_MESSAGES.penalty.points: no such field
            'inbound-messages'            | 'inbound-message'          | INBOUND_MESSAGES: there is no topic inbound-message
            """)
    void aBrokenCopyIsRefused(String good, String bad, String problem) throws IOException {
        String text = Files.readString(KsqlStatement.streams(format));
        assertThat(text).contains(good);

        List<String> problems = new ArrayList<>();
        KsqlStatement.of(text.replace(good, bad)).forEach(statement -> problems.addAll(schemas.problems(statement)));

        assertThat(problems).contains(problem);
    }

    @Test
    void timesOfTheOtherFormatAreRefused() throws IOException {
        String ours = format.equals("avro") ? "TIMESTAMP" : "VARCHAR";
        String others = format.equals("avro") ? "VARCHAR" : "TIMESTAMP";
        String text = Files.readString(KsqlStatement.streams(format));

        List<String> problems = new ArrayList<>();
        KsqlStatement.of(text.replace("`until` " + ours, "`until` " + others))
                .forEach(statement -> problems.addAll(schemas.problems(statement)));

        assertThat(problems)
                .containsExactly(
                        "BLOCKED_MESSAGES.penalty.until: " + others + ", should be " + ours,
                        "SENDER_PENALTIES.until: " + others + ", should be " + ours);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE STREAM a (`b` VARCHAR) WITH (KAFKA_TOPIC = 'c');               | IF expected, not a
            CREATE STREAM IF NOT EXISTS a (`b` VARCHAR WITH (KAFKA_TOPIC = 'c');  | ) expected, not WITH
            CREATE STREAM IF NOT EXISTS a (`b` ARRAY<VARCHAR) WITH (X = 'c');     | > expected, not )
            CREATE STREAM IF NOT EXISTS a (`b` VARCHAR) WITH (KAFKA_TOPIC = 'c')  | the text ends too early, after )
            DROP STREAM a;                                                        | CREATE expected, not DROP
            """)
    void whatIsNoSuchStatementIsRefused(String text, String problem) {
        assertThatThrownBy(() -> KsqlStatement.of(text)).hasMessage(problem);
    }

    /** No TIMESTAMP property is needed: the time of the record is the time of decision. */
    @Test
    void rowsHaveTheTimeOfTheirRecord() {
        assertThat(statements)
                .noneMatch(statement -> statement.properties().containsKey("TIMESTAMP")
                        || statement.properties().containsKey("TIMESTAMP_FORMAT"));
    }

    @Test
    void timesInJsonAreText() throws IOException {
        byte[] json = new JsonFormat().audit(new AuditEvent.Pardon("+15550100", 0));

        JsonNode read = new ObjectMapper().readTree(json);

        assertThat(read.path("at").isTextual()).isTrue();
    }

    @Test
    void everyTableReadsColumnsThatAreThere() {
        Map<String, KsqlStatement> sources = new HashMap<>();
        declared().forEach(statement -> sources.put(statement.name(), statement));

        assertThat(derived()).allSatisfy(table -> {
            KsqlStatement source = requireNonNull(sources.get(table.source()), table.source());
            assertThat(missing(table, source.columns())).isEmpty();
        });
    }

    @Test
    void whatIsGroupedByTwoColumnsHasAKeyThatHoldsTwo() {
        assertThat(derived())
                .allMatch(table -> table.kind().equals("TABLE"))
                .allMatch(table -> "JSON".equals(table.properties().get("KEY_FORMAT")));
    }

    @Test
    void verdictsAreCountedPerMinuteAndReason() {
        assertThat(derived().stream().filter(table -> table.query().contains("TUMBLING")))
                .extracting(KsqlStatement::source)
                .containsExactly("ALLOWED_MESSAGES", "DEBOUNCED_MESSAGES", "BLOCKED_MESSAGES");
        assertThat(derived().stream().filter(table -> table.query().contains("TUMBLING")))
                .allMatch(table -> String.join(" ", table.query()).contains("SIZE 1 MINUTE"));
    }

    /** The names in backticks that are neither columns nor given by AS. */
    private static List<String> missing(KsqlStatement table, List<KsqlColumn> columns) {
        List<String> query = table.query();
        List<String> missing = new ArrayList<>();
        List<KsqlColumn> known = columns;
        for (int i = 0; i < query.size(); i++) {
            boolean named = query.get(i).startsWith("`") && !query.get(i - 1).equals("AS");
            if (named) {
                String name = query.get(i).replace("`", "");
                known = query.get(i - 1).equals("->") ? known : columns;
                List<KsqlColumn> found = known.stream()
                        .filter(column -> column.name().equals(name))
                        .toList();
                if (found.isEmpty()) {
                    missing.add(name);
                } else {
                    known = found.get(0).type().fields();
                }
            }
        }
        return missing;
    }

    /** The names of a stream and of all that it declares, fields of a STRUCT too. */
    private static List<String> columns(KsqlStatement stream) {
        List<String> names = new ArrayList<>(List.of(stream.name()));
        stream.columns().forEach(column -> {
            names.add(column.name());
            column.type().fields().forEach(field -> names.add(column.name() + "." + field.name()));
        });
        return names;
    }

    private List<KsqlStatement> declared() {
        return statements.stream()
                .filter(statement -> statement.query().isEmpty())
                .toList();
    }

    private List<KsqlStatement> derived() {
        return statements.stream()
                .filter(statement -> !statement.query().isEmpty())
                .toList();
    }
}
