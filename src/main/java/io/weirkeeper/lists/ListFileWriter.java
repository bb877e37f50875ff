package io.weirkeeper.lists;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.weirkeeper.events.wire.IsoTime;
import io.weirkeeper.service.Listed;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a list as a file that can be read again; the writer stays open. */
public record ListFileWriter(ListKind kind) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build();

    public void write(List<Listed> entries, FileFormat format, Writer out) throws IOException {
        if (format == FileFormat.CSV) {
            writeCsv(entries, out);
        } else {
            for (Listed entry : entries) {
                out.write(JSON.writeValueAsString(json(entry)) + "\n");
            }
        }
        out.flush();
    }

    private void writeCsv(List<Listed> entries, Writer out) throws IOException {
        try (SequenceWriter rows = CSV.writer().writeValues(out)) {
            rows.write(row(kind.key(), kind.columns().stream().map(Column::label)));
            for (Listed entry : entries) {
                Stream<String> cells = kind.columns().stream()
                        .map(column -> value(column, entry).orElse(""));
                rows.write(row(entry.name(), cells));
            }
        }
    }

    private static List<String> row(String name, Stream<String> others) {
        return Stream.concat(Stream.of(name), others).toList();
    }

    private ObjectNode json(Listed entry) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode().put(kind.key(), entry.name());
        for (Column column : kind.columns()) {
            value(column, entry).ifPresent(text -> fields.put(column.label(), text));
        }
        return fields;
    }

    private static Optional<String> value(Column column, Listed entry) {
        return switch (column) {
            case REASON -> entry.word().reason();
            case UNTIL ->
                entry.word().until().stream().mapToObj(IsoTime::format).findFirst();
            case SINCE -> Optional.of(IsoTime.format(entry.since()));
            case BY -> entry.word().by();
        };
    }
}
