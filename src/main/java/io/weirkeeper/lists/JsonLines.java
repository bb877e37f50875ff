package io.weirkeeper.lists;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;

/** Entries as JSON objects, one a line; blank lines say nothing. */
record JsonLines(ListKind kind, ListFile.Draft draft) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    void read(String content) {
        long number = 0;
        for (String line : content.split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                take(number, line);
            }
        }
    }

    private void take(long number, String line) {
        try {
            draft.add(entry(number, JSON.readTree(line)));
        } catch (JsonProcessingException e) {
            draft.problem(number, "this is not JSON: " + e.getOriginalMessage());
        } catch (BadEntryException e) {
            draft.problem(number, String.valueOf(e.getMessage()));
        }
    }

    private EntryDraft entry(long number, JsonNode object) throws BadEntryException {
        if (!object.isObject()) {
            throw new BadEntryException("this is not a JSON object");
        }
        EntryDraft entry = draft.entry(number);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!EntryDraft.knows(kind, field.getKey())) {
                throw new BadEntryException(EntryDraft.unknown(kind, field.getKey()));
            }
            if (field.getValue().isTextual()) {
                entry.put(field.getKey(), field.getValue().textValue());
            } else if (!field.getValue().isNull()) {
                throw new BadEntryException(field.getKey() + " is not a text");
            }
        }
        return entry;
    }
}
