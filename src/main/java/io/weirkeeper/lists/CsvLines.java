package io.weirkeeper.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entries as comma-separated values after a header that names the columns, in any order; empty lines say nothing. */
record CsvLines(ListKind kind, ListFile.Draft draft) {
    // It may skip empty lines itself, but then the blanks at the beginning of other lines as well.
    private static final CsvFactory CSV =
            CsvFactory.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY).build();

    private record Row(long line, List<String> cells) {}

    void read(String content) throws IOException {
        try (CsvParser parser = CSV.createParser(content)) {
            parser.nextToken(); // around all rows
            Optional<Row> first = next(parser);
            List<String> header = first.map(Row::cells).orElse(List.of());
            checkHeader(header);
            for (Optional<Row> row = next(parser); row.isPresent(); row = next(parser)) {
                take(row.get(), header);
            }
        } catch (BadEntryException e) {
            draft.problem(1, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Row> next(CsvParser parser) throws IOException {
        long line = parser.currentLocation().getLineNr();
        try {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() == JsonToken.VALUE_STRING) {
                    cells.add(parser.getText());
                }
                if (!cells.equals(List.of("")) && !cells.isEmpty()) {
                    return Optional.of(new Row(line, cells));
                }
                line = parser.currentLocation().getLineNr();
            }
        } catch (JsonProcessingException e) {
            // Where a quotation mark is wrong the rest of the file cannot be told apart.
            draft.problem(line, e.getOriginalMessage());
        }
        return Optional.empty();
    }

    private void checkHeader(List<String> header) throws BadEntryException {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!EntryDraft.knows(kind, name)) {
                throw new BadEntryException("column " + EntryDraft.unknown(kind, name));
            }
            if (!seen.add(name)) {
                throw new BadEntryException("column \"" + name + "\" is there twice");
            }
        }
        if (!seen.contains(kind.key())) {
            throw new BadEntryException("there is no column " + kind.key());
        }
    }

    private void take(Row row, List<String> header) {
        try {
            if (row.cells().size() > header.size()) {
                throw new BadEntryException(row.cells().size() + " values under " + header.size() + " columns");
            }
            EntryDraft entry = draft.entry(row.line());
            for (int i = 0; i < row.cells().size(); i++) {
                entry.put(header.get(i), row.cells().get(i));
            }
            draft.add(entry);
        } catch (BadEntryException e) {
            draft.problem(row.line(), String.valueOf(e.getMessage()));
        }
    }
}
