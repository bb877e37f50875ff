package io.weirkeeper.lists;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Reads a whole file.
 *
 * @param now epoch milliseconds, from which durations run
 */
public record ListFileReader(ListKind kind, long now) {
    private static final String MARK = "\uFEFF";

    /** What the bytes say; what is wrong with them is an answer too. */
    public ListFile read(byte[] bytes, FileFormat format) throws IOException {
        ListFile.Draft draft = new ListFile.Draft(kind, now);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            draft.problem(lineOf(bytes, in.position()), "this is not UTF-8");
            return draft.finished();
        }
        String text = out.flip().toString();
        String content = text.startsWith(MARK) ? text.substring(MARK.length()) : text;
        if (format == FileFormat.CSV) {
            new CsvLines(kind, draft).read(content);
        } else {
            new JsonLines(kind, draft).read(content);
        }
        return draft.finished();
    }

    private static long lineOf(byte[] bytes, int position) {
        long line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
