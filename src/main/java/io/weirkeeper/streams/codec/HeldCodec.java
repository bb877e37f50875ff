package io.weirkeeper.streams.codec;

import io.weirkeeper.core.hold.Candidate;
import io.weirkeeper.core.hold.Held;
import io.weirkeeper.core.hold.Held.InBurst;
import io.weirkeeper.core.hold.Held.InQueue;
import io.weirkeeper.events.wire.InternalFormat;
import org.apache.kafka.common.errors.SerializationException;

/**
 * A message that waits: its candidate as it travels between gates, and what it waits for; times are differences to its
 * arrival.
 */
public final class HeldCodec extends StateCodec<Held> {
    private static final int VERSION = 1;
    private static final int BURST = 1;
    private static final int QUEUE = 2;

    private final InternalFormat candidates = new InternalFormat();

    public HeldCodec() {
        super(VERSION);
    }

    @Override
    void write(Held held, ByteWriter out) {
        Candidate candidate = held.candidate();
        out.number(held.order()).block(candidates.encode(candidate));
        if (held.stage() instanceof InBurst burst) {
            out.raw(BURST).fixed(burst.key()).signed(burst.first() - candidate.arrivedAt());
            out.number(burst.count());
        } else if (held.stage() instanceof InQueue queue) {
            out.raw(QUEUE).signed(queue.since() - candidate.arrivedAt());
        }
    }

    @Override
    Held read(ByteReader in, int writtenBy) {
        long order = in.number();
        Candidate candidate = candidates.candidate(in.block());
        return new Held(order, candidate, stage(in, candidate.arrivedAt()));
    }

    private static Held.Stage stage(ByteReader in, long arrivedAt) {
        int stage = in.raw();
        return switch (stage) {
            case BURST -> new InBurst(in.fixed(), arrivedAt + in.signed(), in.count());
            case QUEUE -> new InQueue(arrivedAt + in.signed());
            default -> throw new SerializationException("unknown stage: " + stage);
        };
    }
}
