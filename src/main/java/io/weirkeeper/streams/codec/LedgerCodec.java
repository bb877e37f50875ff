package io.weirkeeper.streams.codec;

import io.weirkeeper.core.penalty.Ledger;
import java.util.ArrayList;
import java.util.List;

/** A subject's strikes and running episodes; times are differences to the strike before. */
public final class LedgerCodec extends StateCodec<Ledger> {
    private static final int VERSION = 1;

    public LedgerCodec() {
        super(VERSION);
    }

    @Override
    void write(Ledger ledger, ByteWriter out) {
        long before = 0;
        out.number(ledger.strikes().size());
        for (Ledger.Strike strike : ledger.strikes()) {
            out.signed(strike.at() - before).number(strike.points());
            before = strike.at();
        }
        out.number(ledger.episodes().size());
        for (Ledger.Episode episode : ledger.episodes()) {
            out.fixed(episode.rule()).signed(episode.end() - before);
        }
    }

    @Override
    Ledger read(ByteReader in, int writtenBy) {
        long before = 0;
        int strikes = in.length();
        List<Ledger.Strike> read = new ArrayList<>(strikes);
        for (int i = 0; i < strikes; i++) {
            before += in.signed();
            read.add(new Ledger.Strike(before, in.count()));
        }
        int episodes = in.length();
        List<Ledger.Episode> running = new ArrayList<>(episodes);
        for (int i = 0; i < episodes; i++) {
            running.add(new Ledger.Episode(in.fixed(), before + in.signed()));
        }
        return new Ledger(read, running);
    }
}
