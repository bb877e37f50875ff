package io.weirkeeper.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the rest of a body goes that is too long. Who is still sending would see the connection break, and not the answer; somebody
 * who sends some megabytes more than were allowed does see that.
 */
final class Overflow extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(Overflow.class);
    private static final int MOST = 8 * 1024 * 1024;

    private int taken;

    private Overflow() {}

    /** Reads on, to the end or to some megabytes. */
    static void take(InputStream in) {
        try {
            in.transferTo(new Overflow());
        } catch (IOException e) {
            LOG.debug("the rest of a body that is too long was not read: {}", e.toString());
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[1], 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        taken += length;
        if (taken > MOST) {
            throw new IOException("more than " + MOST + " bytes");
        }
    }
}
