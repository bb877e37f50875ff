package io.weirkeeper.core.standing;

import io.weirkeeper.core.penalty.Penalty;
import java.util.Optional;

/**
 * What operators and the ledger say of one subject; what the policy lists is not in here.
 *
 * @param block an operator's block
 * @param trust an operator's trust
 * @param registration a registration
 * @param penalty the penalty imposed last, if it stops anything
 */
public record Standing(
        Optional<Block> block, Optional<Term> trust, Optional<Term> registration, Optional<Imposed> penalty) {

    public static final Standing EMPTY =
            new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * An operator's block.
     *
     * @param at when it was spoken, epoch milliseconds
     * @param by who did
     */
    public record Block(Term term, long at, Optional<String> by, Optional<String> reason) {}

    /**
     * A penalty in force.
     *
     * @param at when it was imposed, epoch milliseconds
     * @param rule the rule whose violation led to it
     * @param noticed whether the sender has had the one notice of it
     */
    public record Imposed(Penalty penalty, long at, String rule, boolean noticed) {
        public Imposed withNotice() {
            return new Imposed(penalty, at, rule, true);
        }
    }

    public boolean isBlocked(long at) {
        return block.isPresent() && block.get().term().holds(at);
    }

    public boolean isTrusted(long at) {
        return trust.isPresent() && trust.get().holds(at);
    }

    public boolean isRegistered(long at) {
        return registration.isPresent() && registration.get().holds(at);
    }

    public Standing withBlock(Optional<Block> next) {
        return new Standing(next, trust, registration, penalty);
    }

    public Standing withTrust(Optional<Term> next) {
        return new Standing(block, next, registration, penalty);
    }

    public Standing withRegistration(Optional<Term> next) {
        return new Standing(block, trust, next, penalty);
    }

    public Standing withPenalty(Optional<Imposed> next) {
        return new Standing(block, trust, registration, next);
    }

    /** Without what has run out by then; the same object when nothing has. */
    public Standing at(long time) {
        Standing kept = new Standing(
                block.filter(b -> b.term().holds(time)),
                trust.filter(t -> t.holds(time)),
                registration.filter(r -> r.holds(time)),
                penalty.filter(p -> p.penalty().stops(time)));
        return kept.equals(this) ? this : kept;
    }

    public boolean isEmpty() {
        return equals(EMPTY);
    }
}
