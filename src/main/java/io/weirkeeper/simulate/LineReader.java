package io.weirkeeper.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Lines as bytes: what is no UTF-8 stays what it is, and is told line by line. */
public final class LineReader {
    private final InputStream in;

    /** Reads byte by byte: the stream should be buffered. */
    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Whether a line holds nothing but white space. */
    public static boolean isBlank(byte[] line) {
        for (byte b : line) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    /** The next line without its end; nothing after the last one. */
    public Optional<byte[]> next() throws IOException {
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (next >= 0 && next != '\n') {
            line.write(next);
            next = in.read();
        }
        return Optional.of(line.toByteArray());
    }
}
