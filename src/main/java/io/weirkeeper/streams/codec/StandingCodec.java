package io.weirkeeper.streams.codec;

import io.weirkeeper.core.penalty.Penalty;
import io.weirkeeper.core.penalty.PenaltyKind;
import io.weirkeeper.core.standing.Standing;
import io.weirkeeper.core.standing.Term;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.errors.SerializationException;

/** What operators and the ledger say of a subject. */
public final class StandingCodec extends StateCodec<Standing> {
    private static final int VERSION = 1;
    private static final int BLOCK = 1;
    private static final int TRUST = 2;
    private static final int REGISTRATION = 4;
    private static final int PENALTY = 8;

    public StandingCodec() {
        super(VERSION);
    }

    @Override
    void write(Standing standing, ByteWriter out) {
        out.raw((standing.block().isPresent() ? BLOCK : 0)
                | (standing.trust().isPresent() ? TRUST : 0)
                | (standing.registration().isPresent() ? REGISTRATION : 0)
                | (standing.penalty().isPresent() ? PENALTY : 0));
        standing.block().ifPresent(block -> {
            write(block.term(), out);
            out.signed(block.at()).optionalText(block.by()).optionalText(block.reason());
        });
        standing.trust().ifPresent(term -> write(term, out));
        standing.registration().ifPresent(term -> write(term, out));
        standing.penalty().ifPresent(imposed -> {
            out.raw(code(imposed.penalty().kind()))
                    .optionalTime(imposed.penalty().until(), imposed.at());
            out.number(imposed.penalty().strikes()).signed(imposed.at()).text(imposed.rule());
            out.raw(imposed.noticed() ? 1 : 0);
        });
    }

    private static void write(Term term, ByteWriter out) {
        out.optionalTime(term.until(), 0);
    }

    @Override
    Standing read(ByteReader in, int writtenBy) {
        int present = in.raw();
        Standing standing = Standing.EMPTY;
        if ((present & BLOCK) != 0) {
            Term term = term(in);
            standing = standing.withBlock(
                    Optional.of(new Standing.Block(term, in.signed(), in.optionalText(), in.optionalText())));
        }
        if ((present & TRUST) != 0) {
            standing = standing.withTrust(Optional.of(term(in)));
        }
        if ((present & REGISTRATION) != 0) {
            standing = standing.withRegistration(Optional.of(term(in)));
        }
        return (present & PENALTY) == 0 ? standing : standing.withPenalty(Optional.of(imposed(in)));
    }

    private static Standing.Imposed imposed(ByteReader in) {
        PenaltyKind kind = kind(in.raw());
        // The end is written as a difference to the time of imposing, which follows.
        var duration = in.optionalTime(0);
        int strikes = in.count();
        long at = in.signed();
        var until = duration.isPresent() ? OptionalLong.of(at + duration.getAsLong()) : duration;
        return new Standing.Imposed(new Penalty(kind, until, strikes), at, in.text(), in.raw() == 1);
    }

    private static Term term(ByteReader in) {
        return new Term(in.optionalTime(0));
    }

    /** Not the ordinal: the order of the constants may change, what is written may not. */
    private static int code(PenaltyKind kind) {
        return switch (kind) {
            case WARNING -> 1;
            case TIMEOUT -> 2;
            case BAN -> 3;
            case PERMANENT -> 4;
        };
    }

    private static PenaltyKind kind(int code) {
        return switch (code) {
            case 1 -> PenaltyKind.WARNING;
            case 2 -> PenaltyKind.TIMEOUT;
            case 3 -> PenaltyKind.BAN;
            case 4 -> PenaltyKind.PERMANENT;
            default -> throw new SerializationException("unknown kind of penalty: " + code);
        };
    }
}
